package dev.verdict.policy.rename;

import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.yaml.PlainScalar;
import dev.verdict.policy.yaml.YamlOutline.Kind;
import dev.verdict.policy.yaml.YamlOutline.Step;
import java.util.List;

/**
 * A single value as a file has it.
 *
 * @param raw with its quotes
 * @param inFlow whether it stands in brackets
 */
record ScalarText(Step step, String raw, boolean inFlow) {

  /** A replaced piece of the raw text. */
  record Part(int from, int to, String text) {}

  int end() {
    return step.to();
  }

  /** The whole under another name. */
  String called(Place place, String oldName, String newName) {
    boolean quoted = isQuoted();
    if (!step.value().equals(oldName) || !(quoted || raw.equals(oldName))) {
      throw new UnwritablePlaceException(place);
    }
    boolean keepsQuotes = quoted && isPlain(oldName);
    return isPlain(newName) && !keepsQuotes ? newName : inQuotes(newName);
  }

  private String inQuotes(String name) {
    char quote = isQuoted() ? raw.charAt(0) : '"';
    return quote + name + quote;
  }

  /**
   * A name within the text, under another name.
   *
   * @param at where it begins in the raw text
   */
  Part part(Place place, int at, String oldName, String newName) {
    String old = encoded(place.written());
    int from = raw.startsWith(old, at) ? at : at - 1;
    if (!raw.startsWith(old, from) || !isWritten(place, oldName)) {
      throw new UnwritablePlaceException(place);
    }
    String written =
        place.form() == Place.Form.BEHIND_DOT ? behindDot(place, oldName, newName) : newName;
    return new Part(from, from + old.length(), encoded(written));
  }

  private static boolean isWritten(Place place, String name) {
    String written = place.written();
    return written.equals(name)
        || (place.form() == Place.Form.BEHIND_DOT
            && written.substring(1, written.length() - 1).equals(name));
  }

  private String behindDot(Place place, String oldName, String newName) {
    boolean quoted = !place.written().equals(oldName);
    boolean keepsQuotes = quoted && Identifier.isPlain(oldName);
    if (Identifier.isPlain(newName) && !keepsQuotes) {
      return newName;
    }
    char own = step.kind() == Kind.SINGLE_QUOTED ? '"' : '\'';
    char quote = quoted ? place.written().charAt(0) : own;
    return quote + newName + quote;
  }

  /** The whole with some parts replaced, in order. */
  String with(List<Part> parts) {
    var text = new StringBuilder();
    int done = 0;
    for (Part part : parts) {
      text.append(raw, done, part.from()).append(part.text());
      done = part.to();
    }
    return quotedAsNeeded(text.append(raw.substring(done)).toString());
  }

  private String quotedAsNeeded(String text) {
    return switch (step.kind()) {
      case PLAIN -> PlainScalar.isOne(text, inFlow) ? text : inQuotesAround(text);
      case SINGLE_QUOTED, DOUBLE_QUOTED -> {
        String before = inner(raw);
        String after = inner(text);
        boolean goes =
            !before.isEmpty()
                && !PlainScalar.isOne(before, inFlow)
                && PlainScalar.isOne(after, inFlow);
        yield goes ? after : text;
      }
      default -> text;
    };
  }

  /** Text that stood without quotes is folded in quotes as it was. */
  private static String inQuotesAround(String text) {
    return text.indexOf('"') < 0 && text.indexOf('\\') < 0
        ? '"' + text + '"'
        : "'" + text.replace("'", "''") + "'";
  }

  /** The text in quotes, where it can be told without undoing escapes; else empty. */
  private static String inner(String quoted) {
    String text = quoted.substring(1, quoted.length() - 1);
    char quote = quoted.charAt(0);
    return text.indexOf(quote) >= 0 || text.indexOf('\\') >= 0 || text.indexOf('\n') >= 0
        ? ""
        : text;
  }

  private boolean isQuoted() {
    return step.kind() == Kind.SINGLE_QUOTED || step.kind() == Kind.DOUBLE_QUOTED;
  }

  private boolean isPlain(String name) {
    return PlainScalar.isText(name, inFlow);
  }

  private String encoded(String text) {
    return switch (step.kind()) {
      case SINGLE_QUOTED -> text.replace("'", "''");
      case DOUBLE_QUOTED -> text.replace("\\", "\\\\").replace("\"", "\\\"");
      default -> text;
    };
  }
}
