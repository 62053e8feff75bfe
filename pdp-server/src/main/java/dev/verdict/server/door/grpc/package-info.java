/**
 * The gRPC door: {@code verdict.v1.DecisionService}, health and reflection.
 *
 * <p>Start at {@link dev.verdict.server.door.grpc.GrpcDoor}. {@code RequestDecoder} is the one
 * class that turns messages from outside into requests. Depends on {@code decision}, {@code
 * identity}, {@code metrics} and {@code configuration}.
 */
@NullMarked
package dev.verdict.server.door.grpc;

import org.jspecify.annotations.NullMarked;
