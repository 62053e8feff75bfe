package dev.verdict.policy.function;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.work.Steps;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text in another form. No language's own rules apply (Turkish has another capital i). A letter
 * may become up to three others, so a result is bounded.
 */
public enum TextFunction implements ValueFunction.OfOne {
  LOWER,
  UPPER,
  /** Without the white space at its ends. */
  TRIM;

  @Override
  public Type type() {
    return Simple.STRING;
  }

  @Override
  public String failure() {
    return "is too long";
  }

  @Override
  public long steps(Object argument) {
    return Steps.mapped(((String) argument).length());
  }

  @Override
  public @Nullable Object apply(Object argument) {
    String text = (String) argument;
    String result =
        switch (this) {
          case LOWER -> text.toLowerCase(Locale.ROOT);
          case UPPER -> text.toUpperCase(Locale.ROOT);
          case TRIM -> text.strip();
        };
    return result.length() <= Limit.RESULT_LENGTH.standard() ? result : null;
  }
}
