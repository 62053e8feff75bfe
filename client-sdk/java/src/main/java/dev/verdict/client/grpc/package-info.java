/**
 * Puts the decision point in front of the methods of a gRPC server.
 *
 * <p>Start at {@link dev.verdict.client.grpc.AuthorizationServerInterceptor}. Depends on the client
 * only.
 */
@NullMarked
package dev.verdict.client.grpc;

import org.jspecify.annotations.NullMarked;
