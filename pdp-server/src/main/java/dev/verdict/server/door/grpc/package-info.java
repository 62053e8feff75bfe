/**
 * The gRPC door: {@code verdict.v1.DecisionService}, health and reflection.
 *
 * <p>Start at {@link dev.verdict.server.door.grpc.GrpcDoor}. {@code RequestDecoder} turns the bytes
 * of a message into the parts of a question, without the generated message between them, and {@code
 * DecisionEncoder} turns decisions into messages; what lies between is {@code door.question}'s.
 * Depends on that, {@code refusal}, {@code decision}, {@code identity} and {@code configuration}.
 */
@NullMarked
package dev.verdict.server.door.grpc;

import org.jspecify.annotations.NullMarked;
