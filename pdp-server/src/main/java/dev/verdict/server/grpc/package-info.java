/**
 * The gRPC door: {@code verdict.v1.DecisionService}, health and reflection.
 *
 * <p>Start at {@code GrpcDoor}. {@code RequestDecoder} is the one class that turns messages from
 * outside into requests. Depends on {@code decision} and {@code identity}.
 */
@NullMarked
package dev.verdict.server.grpc;

import org.jspecify.annotations.NullMarked;
