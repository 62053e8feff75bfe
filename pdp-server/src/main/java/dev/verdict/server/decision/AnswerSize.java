package dev.verdict.server.decision;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.List;

/**
 * Adds up how many bytes decisions take in an answer, at most: as JSON with all details, which no
 * other form exceeds. So every door refuses the same answers. Belongs to one thread.
 */
public final class AnswerSize implements Value.Visitor<AnswerSize> {

  /** Largest answer, in bytes: what a gRPC client takes that was told nothing else. */
  public static final int MAX_BYTES = 4 << 20;

  /** The part of it that is kept free for the other reasons of decisions. */
  public static final int OTHER_REASONS = 512 << 10;

  /** Names of members, braces and numbers of one decision that has nothing else. */
  private static final int DECISION = 256;

  private static final int DUTY = 64;
  private static final int REASON = 64;
  private static final int TRACE = 64;
  private static final int AROUND = 24;
  private static final int ESCAPED = 6;

  private long bytes;

  /** Whether what was added is more than an answer may hold beside other reasons. */
  public boolean isTooLarge() {
    return bytes > MAX_BYTES - OTHER_REASONS;
  }

  /** One more decision. */
  public AnswerSize add(Decision decision) {
    bytes += DECISION;
    reason(decision.reason());
    text(decision.revision());
    decision.grants().forEach(this::text);
    decision.fields().names().forEach(this::text);
    duties(decision.obligations());
    duties(decision.advice());
    return this;
  }

  /** One more reason of a decision. */
  public AnswerSize add(Reason other) {
    bytes += REASON;
    reason(other);
    return this;
  }

  private void reason(Reason reason) {
    text(reason.message());
    reason.rule().ifPresent(rule -> text(rule.policy()).text(rule.rule()).text(rule.file()));
  }

  /** How one more rule fared. */
  public AnswerSize add(RuleTrace trace) {
    bytes += TRACE;
    text(trace.rule().policy()).text(trace.rule().rule()).text(trace.rule().file());
    text(trace.detail().orElse("")).text(trace.file());
    return this;
  }

  /** What was added so far. */
  public long bytes() {
    return bytes;
  }

  private void duties(List<Obligation> duties) {
    for (Obligation duty : duties) {
      if (isTooLarge()) {
        return;
      }
      bytes += DUTY;
      text(duty.id()).structure(duty.properties());
    }
  }

  @Override
  public AnswerSize text(String text) {
    bytes += AROUND;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < ' ' || unit == 0x7f || unit == 0x2028 || unit == 0x2029) {
        bytes += ESCAPED;
      } else if (unit < 0x80) {
        bytes += unit == '"' || unit == '\\' ? 2 : 1;
      } else {
        bytes += unit < 0x800 ? 2 : 3;
      }
    }
    return this;
  }

  @Override
  public AnswerSize whole(long number) {
    bytes += AROUND;
    return this;
  }

  @Override
  public AnswerSize decimal(BigDecimal number) {
    bytes += AROUND + number.precision();
    return this;
  }

  @Override
  public AnswerSize flag(boolean flag) {
    bytes += AROUND;
    return this;
  }

  @Override
  public AnswerSize sequence(List<Value> values) {
    bytes += AROUND;
    for (Value value : values) {
      value.accept(this);
    }
    return this;
  }

  @Override
  public AnswerSize structure(Attributes attributes) {
    bytes += AROUND;
    for (String name : attributes.names()) {
      Value value = attributes.get(name);
      if (value != null) {
        text(name);
        value.accept(this);
      }
    }
    return this;
  }
}
