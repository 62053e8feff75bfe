package dev.verdict.benchmarks.load.traffic;

import dev.verdict.benchmarks.load.wire.Caller;
import dev.verdict.benchmarks.load.wire.Lines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one message after the other, to see the answers before they count. */
public final class Rehearsal {

  private static final int PATIENCE_SECONDS = 30;

  private Rehearsal() {}

  /**
   * The answers to the messages with the numbers from 0 on, and on each connection at least one.
   *
   * @throws WrongAnswerException where there is none, or not always the same
   */
  public static List<byte[]> of(Lines lines, int messages) throws InterruptedException {
    var answers = new ArrayList<byte[]>();
    for (int message = 0; message < messages; message++) {
      answers.add(answer(lines, message));
    }
    for (int call = messages; call < lines.connections(); call++) {
      int message = call % messages;
      if (!Arrays.equals(answer(lines, message), answers.get(message))) {
        throw new WrongAnswerException("message " + message + ": another answer the second time");
      }
    }
    return answers;
  }

  private static byte[] answer(Lines lines, int message) throws InterruptedException {
    var answer = new CompletableFuture<byte[]>();
    lines.execute(() -> lines.ask(message, new Waiting(answer)));
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException none) {
      throw new WrongAnswerException("message " + message + ": " + none.getMessage());
    }
  }

  private record Waiting(CompletableFuture<byte[]> answer) implements Caller {

    @Override
    public void answered(int message, byte[] body) {
      answer.complete(body);
    }

    @Override
    public void failed(int message, String why) {
      answer.completeExceptionally(new WrongAnswerException(why));
    }
  }
}
