/**
 * What an operator sets: read from a YAML file, or built in code.
 *
 * <p>Start at {@link dev.verdict.server.configuration.ServerConfiguration}. Depends on nothing else
 * in the server.
 */
@NullMarked
package dev.verdict.server.configuration;

import org.jspecify.annotations.NullMarked;
