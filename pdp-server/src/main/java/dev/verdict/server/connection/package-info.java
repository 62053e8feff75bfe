/**
 * What connections and unfinished calls may hold together, whichever listener they came to.
 *
 * <p>Start at {@link dev.verdict.server.connection.Connections}. Knows no protocol and no library
 * of the network. Depends on {@code configuration}.
 */
@NullMarked
package dev.verdict.server.connection;

import org.jspecify.annotations.NullMarked;
