/**
 * The policy decision point as a service.
 *
 * <p>Start at {@code wiring.VerdictServer}, which puts the parts together, or at {@code
 * command.VerdictCommand}, the command line. {@code command} knows {@code wiring}, which knows all;
 * doors ({@code door}) know {@code decision} and {@code identity}; those know no door. There are no
 * classes here.
 */
@NullMarked
package dev.verdict.server;

import org.jspecify.annotations.NullMarked;
