package dev.verdict.client;

import io.grpc.CallCredentials;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Sends this client's own token with each call (RFC 6750 §2.1). */
final class BearerCredentials extends CallCredentials {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Supplier<String> tokens;

  BearerCredentials(Supplier<String> tokens) {
    this.tokens = tokens;
  }

  @Override
  public void applyRequestMetadata(RequestInfo call, Executor executor, MetadataApplier applier) {
    executor.execute(() -> apply(applier));
  }

  /** A call without its token is not made: the PDP might take it for an anonymous one. */
  private void apply(MetadataApplier applier) {
    String token;
    try {
      token = tokens.get();
    } catch (RuntimeException failure) {
      applier.fail(
          Status.UNAUTHENTICATED
              .withDescription("the supplier of this client's token failed")
              .withCause(failure));
      return;
    }
    if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      applier.fail(
          Status.UNAUTHENTICATED.withDescription(
              "the supplier of this client's token gave none, or one with blanks in it"));
      return;
    }
    var metadata = new Metadata();
    metadata.put(AUTHORIZATION, "Bearer " + token);
    applier.apply(metadata);
  }
}
