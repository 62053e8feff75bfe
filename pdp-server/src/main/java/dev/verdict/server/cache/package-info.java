/**
 * Remembers decisions for a short while, for exactly the question that was asked.
 *
 * <p>Start at {@link dev.verdict.server.cache.CachedDecisions}; {@link
 * dev.verdict.server.cache.DecisionKey} holds every input of a decision. Most decisions take less
 * time than a look into a cache, so {@link dev.verdict.server.cache.DearDecisions} passes it by for
 * them. Depends on {@code decision}, {@code eventual} and the policy language.
 */
@NullMarked
package dev.verdict.server.cache;

import org.jspecify.annotations.NullMarked;
