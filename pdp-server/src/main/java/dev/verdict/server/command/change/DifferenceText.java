package dev.verdict.server.command.change;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.difference.Change;
import dev.verdict.policy.difference.ChangedAnswer;
import dev.verdict.policy.difference.PartChange;
import dev.verdict.policy.difference.RepositoryDifference;
import dev.verdict.server.command.output.DecisionReport;
import dev.verdict.server.command.output.LoadReport;
import java.util.Locale;
import java.util.stream.Collectors;

/** What changed, in words. */
final class DifferenceText {

  private static final String INDENT = "          ";

  private DifferenceText() {}

  static String of(RepositoryDifference difference) {
    return difference.changes().stream().map(DifferenceText::text).collect(Collectors.joining())
        + difference.answers().stream().map(DifferenceText::text).collect(Collectors.joining())
        + LoadReport.number(difference.changes().size(), "change")
        + "; "
        + difference.answers().size()
        + " of "
        + LoadReport.number(difference.questions(), "question")
        + " answered otherwise\n";
  }

  private static String text(Change change) {
    var text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%-9s ", change.nature().word()))
        .append(change.kind().word())
        .append(" `")
        .append(change.name())
        .append("` (")
        .append(change.span().file())
        .append(':')
        .append(change.span().line())
        .append(')');
    return text.append(
            change.nature() == Change.Nature.CHANGED ? sentences(change) : contents(change))
        .append('\n')
        .toString();
  }

  private static String sentences(Change change) {
    return change.parts().stream()
        .map(part -> "\n" + INDENT + part.sentence())
        .collect(Collectors.joining());
  }

  private static String contents(Change change) {
    String contents =
        change.parts().stream()
            .map(DifferenceText::content)
            .filter(content -> !content.isEmpty())
            .collect(Collectors.joining(", "));
    return contents.isEmpty() ? "" : ": " + contents;
  }

  private static String content(PartChange part) {
    String value = part.after().or(part::before).orElse("");
    return part.part().isEmpty() ? value : part.part() + ": " + value;
  }

  private static String text(ChangedAnswer answer) {
    return "answer    `"
        + answer.test()
        + "` ("
        + (answer.isOfEarlierTests() ? "earlier tests, " : "")
        + answer.span().file()
        + ":"
        + answer.span().line()
        + ")\n"
        + text("was ", answer.before())
        + text("is  ", answer.after());
  }

  private static String text(String verb, Decision decision) {
    return (verb + DecisionReport.answer(decision)).indent(INDENT.length());
  }
}
