package dev.verdict.policy.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The simple twin is {@link String#contains}: slow for hostile texts, and obviously right. */
final class TextSearchTest {

  private static final int PAIRS = 200_000;

  /** Few letters make texts that repeat themselves, and parts that nearly match. */
  @Test
  void findsWhatTheSimpleSearchFinds() {
    var random = new Random(7);
    for (int i = 0; i < PAIRS; i++) {
      int letters = 1 + random.nextInt(3);
      String text = word(random, letters, random.nextInt(60));
      String part = word(random, letters, random.nextInt(24));
      assertThat(TextSearch.contains(text, part))
          .as("`%s` in `%s`", part, text)
          .isEqualTo(text.contains(part));
    }
  }

  /** Every text of two letters up to twelve, with every part of nine or ten. */
  @Test
  void findsWhatTheSimpleSearchFindsInAllShortTexts() {
    for (int length = 9; length <= 10; length++) {
      for (int part = 0; part < 1 << length; part++) {
        String wanted = binary(part, length);
        for (int text = 0; text < 1 << 12; text += 1 + part % 7) {
          String whole = binary(text, 12);
          if (TextSearch.contains(whole, wanted) != whole.contains(wanted)) {
            throw new AssertionError("`" + wanted + "` in `" + whole + "`");
          }
        }
      }
    }
  }

  @Test
  void findsAPartThatWasCutOutOfTheText() {
    var random = new Random(11);
    for (int i = 0; i < PAIRS / 10; i++) {
      String text = word(random, 2, 20 + random.nextInt(200));
      int from = random.nextInt(text.length() - 10);
      String part = text.substring(from, from + 10 + random.nextInt(text.length() - from - 9));
      assertThat(TextSearch.contains(text, part)).isTrue();
    }
  }

  @Test
  void takesCharactersOutsideOfOneScript() {
    assertThat(TextSearch.contains("x".repeat(20) + "żółć-ł\uD83D\uDE00-z", "żółć-ł\uD83D\uDE00-z"))
        .isTrue();
    assertThat(TextSearch.contains("x".repeat(20) + "zolc-l-abcd", "żółć-ł-abcd")).isFalse();
  }

  /** {@link String#contains} looks at 49,000 * 49,000 characters here: 2.3 s of an event loop. */
  @Test
  void looksAtFewCharactersOfHostileTexts() {
    int half = 49_000;
    String same = "a".repeat(half);
    assertLinear(same + same, "a".repeat(half / 2) + "b" + "a".repeat(half / 2 - 1));
    assertLinear(same + same, same + "b");
    assertLinear(same + same, "b" + same);
    assertLinear((same + "b").repeat(2), same + "c");
    assertLinear("ab".repeat(half), "ab".repeat(half / 2) + "aab");
    assertLinear(fibonacci(98_000), fibonacci(46_000) + "bb");
  }

  private static void assertLinear(String text, String part) {
    var looks = new AtomicLong();
    boolean found = TextSearch.found(counted(text, looks), counted(part, looks));
    assertThat(found).isFalse();
    assertThat(looks.get()).isLessThan(8L * (text.length() + part.length()));
  }

  private static CharSequence counted(String text, AtomicLong looks) {
    return new CharSequence() {
      @Override
      public int length() {
        return text.length();
      }

      @Override
      public char charAt(int index) {
        looks.incrementAndGet();
        return text.charAt(index);
      }

      @Override
      public CharSequence subSequence(int start, int end) {
        return counted(text.substring(start, end), looks);
      }

      @Override
      public String toString() {
        return text;
      }
    };
  }

  private static String fibonacci(int length) {
    var text = new StringBuilder("a");
    String before = "b";
    while (text.length() < length) {
      String last = text.toString();
      text.append(before);
      before = last;
    }
    return text.substring(0, length);
  }

  private static String binary(int bits, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((bits >> i & 1) == 0 ? 'a' : 'b');
    }
    return text.toString();
  }

  private static String word(Random random, int letters, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(letters)));
    }
    return text.toString();
  }
}
