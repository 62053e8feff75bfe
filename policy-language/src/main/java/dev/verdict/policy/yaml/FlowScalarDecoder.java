package dev.verdict.policy.yaml;

import static dev.verdict.policy.yaml.SourceText.isBreak;

/**
 * Undoes the quoting and folding of plain and quoted scalars (YAML 1.2.2 §7.3), keeping the place
 * of each character. The YAML library says what the value is; this says where it stands.
 */
final class FlowScalarDecoder {

  /** How a scalar is written. */
  enum Quoting {
    PLAIN,
    SINGLE,
    DOUBLE
  }

  private final SourceText source;
  private final Quoting quoting;
  private final int end;
  private final PlacedText out = new PlacedText();
  private int next;

  private FlowScalarDecoder(SourceText source, Quoting quoting, int from, int to) {
    this.source = source;
    this.quoting = quoting;
    next = quoting == Quoting.PLAIN ? from : from + 1;
    end = quoting == Quoting.PLAIN ? to : to - 1;
  }

  /** Decodes what stands from one index to another, with its quotes. */
  static PlacedText decode(SourceText source, Quoting quoting, int from, int to) {
    var decoder = new FlowScalarDecoder(source, quoting, from, to);
    while (decoder.next < decoder.end) {
      decoder.step();
    }
    return decoder.out;
  }

  private void step() {
    int codePoint = source.at(next);
    if (isBlank(codePoint) || isBreak(codePoint)) {
      whiteSpace();
    } else if (quoting == Quoting.DOUBLE && codePoint == '\\') {
      escape();
    } else {
      out.append(codePoint, next);
      next += quoting == Quoting.SINGLE && codePoint == '\'' ? 2 : 1;
    }
  }

  /** Blanks stay where they are, unless they stand beside a line break, which is folded. */
  private void whiteSpace() {
    int start = next;
    skipBlanks();
    if (next < end && isBreak(source.at(next))) {
      fold();
      return;
    }
    for (int i = start; i < next; i++) {
      out.append(source.at(i), i);
    }
  }

  /** A single line break becomes a space; of more than one, the first goes. */
  private void fold() {
    int first = next;
    skipBreak();
    skipBlanks();
    if (!emptyLines()) {
      out.append(' ', first);
    }
  }

  private boolean emptyLines() {
    boolean any = false;
    while (next < end && isBreak(source.at(next))) {
      out.append('\n', next);
      any = true;
      skipBreak();
      skipBlanks();
    }
    return any;
  }

  private void escape() {
    int start = next++;
    int codePoint = source.at(next);
    if (isBreak(codePoint)) {
      skipBreak();
      skipBlanks();
      emptyLines();
      return;
    }
    next++;
    int digits = codePoint == 'x' ? 2 : codePoint == 'u' ? 4 : codePoint == 'U' ? 8 : 0;
    out.append(digits == 0 ? escaped(codePoint) : hexadecimal(digits), start);
  }

  private int hexadecimal(int digits) {
    int codePoint = 0;
    for (int i = 0; i < digits; i++) {
      codePoint = codePoint * 16 + Math.max(0, Character.digit(source.at(next++), 16));
    }
    return Character.isValidCodePoint(codePoint) ? codePoint : 0;
  }

  private static int escaped(int codePoint) {
    return switch (codePoint) {
      case '0' -> 0;
      case 'a' -> 7;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 11;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> 27;
      case 'N' -> 0x85;
      case '_' -> 0xA0;
      case 'L' -> 0x2028;
      case 'P' -> 0x2029;
      default -> codePoint;
    };
  }

  private void skipBlanks() {
    while (next < end && isBlank(source.at(next))) {
      next++;
    }
  }

  private void skipBreak() {
    next += source.at(next) == '\r' && source.at(next + 1) == '\n' ? 2 : 1;
  }

  private static boolean isBlank(int codePoint) {
    return codePoint == ' ' || codePoint == '\t';
  }
}
