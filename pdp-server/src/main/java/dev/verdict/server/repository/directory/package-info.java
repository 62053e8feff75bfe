/**
 * Policies in a directory on this machine.
 *
 * <p>Start at {@link dev.verdict.server.repository.directory.DirectorySource}. Depends on {@code
 * repository}.
 */
@NullMarked
package dev.verdict.server.repository.directory;

import org.jspecify.annotations.NullMarked;
