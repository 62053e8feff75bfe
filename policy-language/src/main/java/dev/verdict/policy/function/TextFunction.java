package dev.verdict.policy.function;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.work.Steps;
import org.jspecify.annotations.Nullable;

/**
 * A text in another form. No language's own rules apply (Turkish has another capital i), and each
 * letter becomes one letter. A letter outside of ASCII never becomes one of ASCII, so that no two
 * names meet that differ to everybody else: the Kelvin sign is no {@code k}, and the long s no
 * {@code S}.
 */
public enum TextFunction implements ValueFunction.OfOne {
  LOWER,
  UPPER,
  /** Without the white space at its ends. */
  TRIM;

  /** The first character outside. */
  private static final int ASCII = 0x80;

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
          case LOWER, UPPER -> mapped(text);
          case TRIM -> text.strip();
        };
    return result.length() <= Limit.RESULT_LENGTH.standard() ? result : null;
  }

  /** The same object where nothing changes. */
  private String mapped(String text) {
    int start = 0;
    while (start < text.length() && mapped(text.codePointAt(start)) == text.codePointAt(start)) {
      start += Character.charCount(text.codePointAt(start));
    }
    if (start == text.length()) {
      return text;
    }
    var result = new StringBuilder(text.length()).append(text, 0, start);
    for (int i = start; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      result.appendCodePoint(mapped(text.codePointAt(i)));
    }
    return result.toString();
  }

  private int mapped(int letter) {
    int other = this == LOWER ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
    return letter >= ASCII && other < ASCII ? letter : other;
  }
}
