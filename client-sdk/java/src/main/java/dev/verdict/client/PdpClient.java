package dev.verdict.client;

import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Asks a policy decision point (PDP). Make one for each PDP, share it, and close it at the end;
 * safe for use by many threads at once.
 *
 * <p>It never makes a permit out of a failure. An obligation is done by a handler that the builder
 * was given, or handed over to the caller where the builder was told so; a permit with any other
 * obligation is answered as a deny with the reason {@code obligation_not_handled}. A permit for
 * some properties of the resource only is answered as a deny too, unless the request promises to
 * mask the others ({@link AccessRequest#maskingFields}) or states what it changes ({@link
 * Action#changing}). Without an answer the client throws a {@link PdpException} or answers with a
 * deny, see {@link FailureMode}.
 */
public final class PdpClient implements AutoCloseable {

  /** Most requests in one {@link #evaluateAll}. */
  public static final int MAX_BATCH = 1_000;

  private final Connection connection;
  private final RequestWriter writer;
  private final Settlement settlement;
  private final FailureMode failureMode;

  PdpClient(
      Connection connection, RequestWriter writer, Settlement settlement, FailureMode failureMode) {
    this.connection = connection;
    this.writer = writer;
    this.settlement = settlement;
    this.failureMode = failureMode;
  }

  /**
   * Begins a client.
   *
   * @param target {@code host:port}; several addresses behind one name share the calls. Also {@code
   *     [address]:port} for IPv6, {@code dns:///host:port}, and {@code unix:path} on Linux
   * @throws IllegalArgumentException for anything else, such as a target without a port
   */
  public static PdpClientBuilder builder(String target) {
    return new PdpClientBuilder(target);
  }

  /**
   * Whether the subject may do it here and now. True only for a permit of which every obligation
   * has been done by a handler, and that covers every property of the resource or all that the
   * action states to change. Where properties are to be masked, use {@link #evaluate} with {@link
   * AccessRequest#maskingFields}.
   *
   * @throws PdpException without an answer, see {@link FailureMode}
   */
  public boolean isAllowed(Subject subject, String action, Resource resource) {
    return isAllowed(AccessRequest.of(subject, action, resource));
  }

  /** The same, with context or an actor. */
  public boolean isAllowed(AccessRequest request) {
    return evaluate(request, Audience.SEES_YES_OR_NO).permitted();
  }

  /** The same without waiting; a failure completes the future with a {@link PdpException}. */
  public CompletableFuture<Boolean> isAllowedAsync(AccessRequest request) {
    return plain(evaluateAsync(request, Audience.SEES_YES_OR_NO).thenApply(Decision::permitted));
  }

  /**
   * The decision, with reason and fields.
   *
   * @throws PdpException without an answer, see {@link FailureMode}
   */
  public Decision evaluate(Subject subject, String action, Resource resource) {
    return evaluate(AccessRequest.of(subject, action, resource));
  }

  /** The same, with context or an actor. */
  public Decision evaluate(AccessRequest request) {
    return evaluate(request, Audience.SEES_DECISION);
  }

  private Decision evaluate(AccessRequest request, Audience audience) {
    try {
      var answer = connection.ask(DecisionServiceGrpc.getEvaluateMethod(), writer.write(request));
      return settlement.settle(request, DecisionReader.read(answer), audience);
    } catch (PdpException failure) {
      return instead(failure);
    }
  }

  /** The same without waiting; a failure completes the future with a {@link PdpException}. */
  public CompletableFuture<Decision> evaluateAsync(AccessRequest request) {
    return evaluateAsync(request, Audience.SEES_DECISION);
  }

  private CompletableFuture<Decision> evaluateAsync(AccessRequest request, Audience audience) {
    return plain(
        CompletableFuture.completedFuture(request)
            .thenApply(writer::write)
            .thenCompose(
                message -> connection.askAsync(DecisionServiceGrpc.getEvaluateMethod(), message))
            .thenApply(answer -> settlement.settle(request, DecisionReader.read(answer), audience))
            .exceptionally(failure -> instead(known(failure))));
  }

  /**
   * One decision for each request, in order, all by the same policies: for lists.
   *
   * @param requests at most {@link #MAX_BATCH}
   * @return as many as were asked; a request that the PDP could not take is answered with a deny
   *     whose reason is {@code invalid_request}, {@code unauthenticated} or {@code not_entitled}
   * @throws PdpException without an answer, see {@link FailureMode}
   */
  public List<Decision> evaluateAll(List<AccessRequest> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    try {
      var answer =
          connection.ask(DecisionServiceGrpc.getEvaluateBatchMethod(), writer.write(requests));
      return settleAll(requests, DecisionReader.read(answer, requests.size()));
    } catch (PdpException failure) {
      return Collections.nCopies(requests.size(), instead(failure));
    }
  }

  /** The same without waiting; a failure completes the future with a {@link PdpException}. */
  public CompletableFuture<List<Decision>> evaluateAllAsync(List<AccessRequest> requests) {
    List<AccessRequest> asked = List.copyOf(requests);
    if (asked.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return plain(
        CompletableFuture.completedFuture(asked)
            .thenApply(writer::write)
            .thenCompose(
                message ->
                    connection.askAsync(DecisionServiceGrpc.getEvaluateBatchMethod(), message))
            .thenApply(answer -> settleAll(asked, DecisionReader.read(answer, asked.size())))
            .exceptionally(failure -> Collections.nCopies(asked.size(), instead(known(failure)))));
  }

  /**
   * Waits until the PDP answers and takes this client's credential. The first call of a process
   * opens the connection and is far slower than the others, so do it at the start of a service. A
   * PDP that is not there yet is tried again all the while; the exception says what was found in
   * its place.
   *
   * @param timeout how long at most
   * @throws PdpException where it does not, whatever the failure mode
   */
  public void awaitReady(Duration timeout) {
    connection.askWhenReady(
        DecisionServiceGrpc.getEvaluateBatchMethod(),
        EvaluateBatchRequest.getDefaultInstance(),
        timeout);
  }

  /** Lets calls under way finish for up to two seconds and closes the connection. */
  @Override
  public void close() {
    connection.close();
  }

  private List<Decision> settleAll(List<AccessRequest> requests, List<Decision> decisions) {
    var settled = new ArrayList<Decision>(decisions.size());
    for (int i = 0; i < decisions.size(); i++) {
      settled.add(settleOne(requests.get(i), decisions.get(i)));
    }
    return List.copyOf(settled);
  }

  /** One by one, so that with {@link FailureMode#DENY} a failed handler takes one permit only. */
  private Decision settleOne(AccessRequest request, Decision decision) {
    try {
      return settlement.settle(request, decision, Audience.SEES_DECISION);
    } catch (PdpException failure) {
      return instead(failure);
    }
  }

  private Decision instead(PdpException failure) {
    if (failureMode == FailureMode.THROW || !failure.kind().becomesDeny()) {
      throw failure;
    }
    return Decision.deny(
        new Reason(failure.kind().reasonCode(), String.valueOf(failure.getMessage())), "");
  }

  private static PdpException known(Throwable failure) {
    if (cause(failure) instanceof PdpException known) {
      return known;
    }
    throw new CompletionException(cause(failure));
  }

  /** The same future, whose failure arrives as it is and not wrapped by the stages before. */
  private static <T> CompletableFuture<T> plain(CompletableFuture<T> wrapping) {
    var plain = new CompletableFuture<T>();
    var unused =
        wrapping.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                plain.complete(value);
              } else {
                plain.completeExceptionally(cause(failure));
              }
            });
    return plain;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
