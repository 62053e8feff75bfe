/**
 * The server under attack: a process of its own, with keys, policies and a folder for its temporary
 * files, and what the system tells of it.
 *
 * <p>Start at {@link dev.verdict.benchmarks.soak.server.ServerProcess}.
 */
@NullMarked
package dev.verdict.benchmarks.soak.server;

import org.jspecify.annotations.NullMarked;
