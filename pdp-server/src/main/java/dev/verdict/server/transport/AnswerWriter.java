package dev.verdict.server.transport;

import dev.verdict.server.connection.UntakenAnswer;
import dev.verdict.server.connection.UntakenAnswers;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalListener;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.Optional;

/**
 * Writes the answers to calls: short ones at once, longer ones in slices, of which no more wait for
 * their readers than may.
 */
final class AnswerWriter {

  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

  private final UntakenAnswers answers;
  private final RefusalListener refusals;

  AnswerWriter(UntakenAnswers answers, RefusalListener refusals) {
    this.answers = answers;
    this.refusals = refusals;
  }

  /**
   * Writes the one answer to a call.
   *
   * @param response with the headers that do not depend on the answer
   * @param last whether the connection is to end after it
   * @return complete once it is sent
   */
  Future<Void> write(
      HttpServerResponse response, ConnectionDeadlines.Wait wait, Answer answer, boolean last) {
    byte[] json = answer.body();
    if (json == null) {
      return shortly(response, wait, answer, last).end();
    }
    Buffer body = BufferInternal.buffer(Unpooled.wrappedBuffer(json));
    if (body.length() <= SlicedBody.SLICE) {
      return shortly(response, wait, answer, last).end(body);
    }
    Optional<UntakenAnswer> held = answers.hold(wait.connection(), body.length());
    if (held.isEmpty()) {
      return write(response, wait, Answer.of(Refusal.ANSWERS_WAIT), last);
    }
    if (last) {
      wait.leaving();
    } else {
      wait.answering();
    }
    return new SlicedBody(head(response, answer), body, last ? () -> {} : wait::finished)
        .write()
        .onComplete(sent -> held.get().taken());
  }

  private HttpServerResponse shortly(
      HttpServerResponse response, ConnectionDeadlines.Wait wait, Answer answer, boolean last) {
    if (last) {
      wait.leaving();
    } else {
      wait.finished();
    }
    return head(response, answer);
  }

  private HttpServerResponse head(HttpServerResponse response, Answer answer) {
    answer.refusal().ifPresent(refusal -> refusals.refused(refusal.kind()));
    response.setStatusCode(answer.status());
    if (answer.body() != null) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
    }
    answer.headers().forEach(response::putHeader);
    return response;
  }
}
