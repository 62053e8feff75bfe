package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An attribute that stands in a text, where nobody evaluates it: {@code 'subject.id'}, {@code
 * '/home/${subject.id}'}.
 *
 * @param isTemplate whether it stands in the brackets of a template
 * @param isWhole whether it is all of the text
 */
public record QuotedExpression(AttributePath attribute, boolean isTemplate, boolean isWhole) {

  private static final String PATH =
      "(subject|actor|action|resource|context)\\.([A-Za-z_]\\w*)(?:\\.\\w+)*";
  private static final Pattern ATTRIBUTE = Pattern.compile(PATH);
  private static final Pattern TEMPLATE =
      Pattern.compile("(?:[$#%]\\{|\\{\\{?)\\s*" + PATH + "\\s*\\}\\}?");

  /** The first that a text holds; empty where it is a text. */
  public static Optional<QuotedExpression> in(String text) {
    Matcher template = TEMPLATE.matcher(text);
    if (template.find()) {
      boolean whole = template.start() == 0 && template.end() == text.length();
      return Optional.of(new QuotedExpression(path(template), /* isTemplate= */ true, whole));
    }
    Matcher attribute = ATTRIBUTE.matcher(text);
    return attribute.matches()
        ? Optional.of(new QuotedExpression(path(attribute), /* isTemplate= */ false, true))
        : Optional.empty();
  }

  /** What to write in its place. */
  public String cure() {
    return isWhole
        ? "write `" + attribute + "` without quotes"
        : "write `concat('..', " + attribute + ")`";
  }

  private static AttributePath path(Matcher found) {
    return new AttributePath(Root.named(found.group(1)).orElseThrow(), found.group(2));
  }
}
