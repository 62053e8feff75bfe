package dev.verdict.policy.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.api.Test;

class TextFunctionTest {

  private static final int ASCII = 0x80;

  /** {@code String.toLowerCase} makes a `k` of the Kelvin sign, and `SS` of a sharp s. */
  @Test
  void noCharacterOutsideOfAsciiBecomesOneWithinItOrTheOtherWayRound() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      String text = Character.toString(character);
      for (TextFunction function : new TextFunction[] {TextFunction.LOWER, TextFunction.UPPER}) {
        String mapped = (String) function.apply(text);
        if (mapped == null
            || mapped.codePointCount(0, mapped.length()) != 1
            || (mapped.codePointAt(0) < ASCII) != (character < ASCII)) {
          throw new AssertionError(function + " of U+" + Integer.toHexString(character));
        }
      }
    }
  }

  @Test
  void lettersOfAsciiAndOfOtherScriptsHaveTheirCapitals() {
    assertThat(TextFunction.LOWER.apply("Ärger IN Żory 1")).isEqualTo("ärger in żory 1");
    assertThat(TextFunction.UPPER.apply("ärger in żory 1")).isEqualTo("ÄRGER IN ŻORY 1");
    assertThat(TextFunction.LOWER.apply("\uD801\uDC00")).isEqualTo("\uD801\uDC28");
    assertThat(TextFunction.UPPER.apply("xſıß")).isEqualTo("Xſıß");
    assertThat(TextFunction.LOWER.apply("X\u212A\u0130")).isEqualTo("x\u212A\u0130");
  }

  /** So language.md warns of `(?i)`: it is RE2's own rule, of which these are all the cases. */
  @Test
  void patternsWithoutCaseTakeTwoCharactersOutsideOfAsciiForLetters() {
    Pattern letters = Pattern.compile("(?i)[a-z]");
    for (int character = ASCII; character <= Character.MAX_CODE_POINT; character++) {
      boolean surrogate =
          character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
      boolean taken = !surrogate && letters.matches(Character.toString(character));
      if (taken != (character == 0x17F || character == 0x212A)) {
        throw new AssertionError("U+" + Integer.toHexString(character));
      }
    }
  }
}
