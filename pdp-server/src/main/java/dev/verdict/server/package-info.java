/**
 * The policy decision point as a service.
 *
 * <p>Start at {@code VerdictServer}, which wires everything by constructors, or at {@code
 * command.VerdictCommand}, the command line. Doors ({@code grpc}, {@code http}, {@code admin}) know
 * {@code decision} and {@code identity}; those know no door.
 */
@NullMarked
package dev.verdict.server;

import org.jspecify.annotations.NullMarked;
