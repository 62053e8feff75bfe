package dev.verdict.client.grpc;

import dev.verdict.client.AccessRequest;
import io.grpc.Metadata;
import io.grpc.ServerCall;

/** Says which question a call of a gRPC method amounts to. */
@FunctionalInterface
public interface CallMapping {

  /**
   * The question that must be permitted for this call. Runs on the server's thread and must not
   * block.
   *
   * @param call names the method and the peer; not to be closed here
   * @throws io.grpc.StatusRuntimeException to refuse the call with that status, for example
   *     UNAUTHENTICATED where the credential is missing; any other exception refuses it as INTERNAL
   */
  AccessRequest map(ServerCall<?, ?> call, Metadata metadata);
}
