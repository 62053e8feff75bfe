/**
 * What keeps the log of the process readable, whoever calls: values in quotes, lines of libraries
 * in one format, and only so many of them.
 *
 * <p>Start at {@link dev.verdict.server.log.PrintableText} and {@link
 * dev.verdict.server.log.LogConfiguration}, which sets the log up. Depends on nothing else of the
 * server.
 */
@NullMarked
package dev.verdict.server.log;

import org.jspecify.annotations.NullMarked;
