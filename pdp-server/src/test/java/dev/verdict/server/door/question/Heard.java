package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;
import dev.verdict.server.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told, on whichever thread. */
final class Heard implements AnswerReceiver, BatchReceiver, BatchAnswer.Visitor {

  final List<String> heard = new ArrayList<>();
  volatile boolean breakAtDecision;

  @Override
  public void decided(Decision decision) {
    if (breakAtDecision) {
      throw new IllegalStateException("the receiver broke");
    }
    add(decision.reason().code().word());
  }

  @Override
  public void detailed(Decision decision) {
    add("detailed " + decision.reason().code().word());
  }

  @Override
  public void explained(ShownExplanation explanation) {
    add("explained " + explanation.decision().reason().code().word());
  }

  @Override
  public void answered(BatchAnswer answer) {
    answer.forEach(this);
  }

  @Override
  public void refused(Refusal refusal) {
    add(refusal.kind() + " " + refusal.message());
  }

  @Override
  public void failed(Throwable fault) {
    add("failed");
  }

  /** The first word of each. */
  synchronized List<String> words() {
    return heard.stream().map(text -> text.replaceFirst(" .*", "")).toList();
  }

  /** Waits until so much was heard. */
  synchronized void await(int count) throws InterruptedException {
    while (heard.size() < count) {
      wait();
    }
  }

  private synchronized void add(String text) {
    heard.add(text);
    notifyAll();
  }
}
