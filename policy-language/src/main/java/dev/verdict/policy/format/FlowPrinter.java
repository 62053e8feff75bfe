package dev.verdict.policy.format;

import dev.verdict.policy.format.Layout.Group;
import dev.verdict.policy.format.Layout.Member;
import dev.verdict.policy.format.Layout.Text;
import java.util.stream.Collectors;

/** Lists and mappings in brackets, in one line. */
final class FlowPrinter implements Layout.Visitor<String> {

  private static final FlowPrinter ONE_LINE = new FlowPrinter();
  private static final Fit FIT = new Fit();

  private FlowPrinter() {}

  /** Whether a line could hold all of it, be the line as long as it may. */
  static boolean fitsLine(Layout layout) {
    return layout.accept(FIT);
  }

  private static final class Fit implements Layout.Visitor<Boolean> {

    @Override
    public Boolean text(Text text) {
      return TextPrinter.fitsLine(text);
    }

    @Override
    public Boolean group(Group group) {
      return group.flow()
          && (group.members().isEmpty()
              || (group.foot().isEmpty()
                  && group.members().stream().allMatch(FlowPrinter::fitsLine)));
    }
  }

  private static boolean fitsLine(Member member) {
    return member.head().isEmpty()
        && member.trailing().isEmpty()
        && member.keyed().flatMap(Layout.Key::comment).isEmpty()
        && hasNoComment(member.value())
        && fitsLine(member.value());
  }

  /** Comments in empty brackets go above what these stand in, if that has a place for them. */
  private static boolean hasNoComment(Layout layout) {
    return !(layout instanceof Group group) || group.foot().isEmpty();
  }

  /** A value for which {@link #fitsLine} holds. */
  static String oneLine(Layout layout) {
    return layout.accept(ONE_LINE);
  }

  @Override
  public String text(Text text) {
    return TextPrinter.oneLine(text, true);
  }

  @Override
  public String group(Group group) {
    String members =
        group.members().stream().map(FlowPrinter::oneLine).collect(Collectors.joining(", "));
    return group.mapping() ? members.isEmpty() ? "{}" : "{ " + members + " }" : "[" + members + "]";
  }

  private static String oneLine(Member member) {
    String value = oneLine(member.value());
    return member
        .keyed()
        .map(key -> TextPrinter.key(key.text(), true) + (value.isEmpty() ? ":" : ": " + value))
        .orElse(value);
  }
}
