/**
 * Those who mean harm: one class for each shape of it, all driven by one thread, each at a rate of
 * its own.
 *
 * <p>Start at {@link dev.verdict.benchmarks.soak.hostile.HostileShapes}. A {@link
 * dev.verdict.benchmarks.soak.hostile.HostileShape} acts through an {@link
 * dev.verdict.benchmarks.soak.hostile.Attacker}, which opens connections and hears what comes back.
 */
@NullMarked
package dev.verdict.benchmarks.soak.hostile;

import org.jspecify.annotations.NullMarked;
