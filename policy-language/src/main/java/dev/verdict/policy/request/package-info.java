/**
 * The question: who wants to do what with which resource, under which circumstances.
 *
 * <p>Start at {@link dev.verdict.policy.request.AccessRequest}. Every surface (gRPC, HTTP, an
 * author's test) ends in one; the words are those of OpenID AuthZEN 1.0 §5. {@link
 * dev.verdict.policy.request.Knowledge} says what of it is still unknown. Depends on {@code limit}.
 */
@NullMarked
package dev.verdict.policy.request;

import org.jspecify.annotations.NullMarked;
