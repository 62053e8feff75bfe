/**
 * Remembers decisions for a short while, for exactly the question that was asked.
 *
 * <p>Start at {@link dev.verdict.server.cache.DecisionCache}; {@link
 * dev.verdict.server.cache.DecisionKey} holds every input of a decision. Depends on the policy
 * language only.
 */
@NullMarked
package dev.verdict.server.cache;

import org.jspecify.annotations.NullMarked;
