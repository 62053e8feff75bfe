package dev.verdict.benchmarks.load.traffic;

import java.util.Arrays;
import java.util.List;

/**
 * Knows the right answers to the messages of a run, which are asked in turn. Asked on one thread.
 */
public interface Expected {

  /** How many messages there are, numbered from 0. */
  int messages();

  /** Whether an answer is a right one. */
  boolean accepts(int message, byte[] answer);

  /** Exactly these answers, one for each message. */
  static Expected exactly(List<byte[]> answers) {
    return new Exactly(answers);
  }

  /** The answers that came the first time, which must not change. */
  record Exactly(List<byte[]> answers) implements Expected {

    public Exactly {
      answers = List.copyOf(answers);
    }

    @Override
    public int messages() {
      return answers.size();
    }

    @Override
    public boolean accepts(int message, byte[] answer) {
      return Arrays.equals(answer, answers.get(message));
    }
  }
}
