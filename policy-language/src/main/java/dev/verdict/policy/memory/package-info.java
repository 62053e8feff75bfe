/**
 * What one load of a repository hands to the next, so that what did not change is not done again.
 *
 * <p>Start at {@link dev.verdict.policy.memory.Remembered}: a stage of loading asks it for the
 * result of a piece of work, under a name, with all that the work depends on. Where that is the
 * same as in the last load whose snapshot was good, the old result is given and its findings are
 * told again; else the work is done. A stage gives out the same objects where nothing changed, and
 * that is how the next stage sees that its own input is the same. {@link
 * dev.verdict.policy.memory.Memory} ends a load: it keeps what the load asked for and forgets the
 * rest, or, where the load was rejected, keeps what it had. Why this is safe: {@code
 * docs/adr/0002-what-a-load-leaves-to-the-next.md}. Depends on {@code diagnostic}.
 */
@NullMarked
package dev.verdict.policy.memory;

import org.jspecify.annotations.NullMarked;
