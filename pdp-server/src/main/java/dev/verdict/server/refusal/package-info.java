/**
 * Why a call, or one question of a batch, gets no decision.
 *
 * <p>Start at {@link dev.verdict.server.refusal.RefusalKind}, the one table of what each kind is
 * called in HTTP, in gRPC and among the reasons of decisions. Depends on the policy language only.
 */
@NullMarked
package dev.verdict.server.refusal;

import org.jspecify.annotations.NullMarked;
