/**
 * What an operator sets: read from a YAML file, or built in code.
 *
 * <p>Start at {@link dev.verdict.server.configuration.ServerConfiguration}, which {@link
 * dev.verdict.server.configuration.ConfigurationReader} reads. Depends on the policy language's
 * {@code yaml} and {@code diagnostic}, and on nothing else in the server.
 */
@NullMarked
package dev.verdict.server.configuration;

import org.jspecify.annotations.NullMarked;
