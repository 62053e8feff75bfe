package dev.verdict.policy.yaml;

/** The grammar of numbers in YAML 1.2.2 §10.3.2, in one pass from left to right. */
final class NumberShape {

  private final String text;
  private int next;

  NumberShape(String text) {
    this.text = text;
  }

  boolean matches() {
    if (text.startsWith("0x") || text.startsWith("0o")) {
      int radix = text.charAt(1) == 'x' ? 16 : 8;
      next = 2;
      return digits(radix) > 0 && atEnd();
    }
    sign();
    int whole = digits(10);
    int fraction = take('.') ? digits(10) : 0;
    return whole + fraction > 0 && exponent() && atEnd();
  }

  private boolean exponent() {
    if (!take('e') && !take('E')) {
      return true;
    }
    sign();
    return digits(10) > 0;
  }

  private void sign() {
    if (!take('-')) {
      take('+');
    }
  }

  private boolean take(char expected) {
    if (atEnd() || text.charAt(next) != expected) {
      return false;
    }
    next++;
    return true;
  }

  private int digits(int radix) {
    int start = next;
    while (!atEnd() && text.charAt(next) < 128 && Character.digit(text.charAt(next), radix) >= 0) {
      next++;
    }
    return next - start;
  }

  private boolean atEnd() {
    return next == text.length();
  }
}
