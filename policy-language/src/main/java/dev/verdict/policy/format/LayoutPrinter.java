package dev.verdict.policy.format;

import dev.verdict.policy.format.Layout.Document;
import dev.verdict.policy.format.Layout.Group;
import dev.verdict.policy.format.Layout.Member;
import dev.verdict.policy.format.Layout.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a file anew: two blanks for each level, lists indented below their key, what stands in
 * brackets in one line where it fits and else in lines of its own.
 */
final class LayoutPrinter {

  /** The longest line that is made of several values. */
  static final int WIDTH = 100;

  private static final int STEP = 2;

  private final StringBuilder out = new StringBuilder();
  private int lineStart;

  private LayoutPrinter() {}

  static String print(Document document) {
    var printer = new LayoutPrinter();
    printer.member(document.root(), -STEP, true);
    printer.comments(document.foot(), 0, false);
    return printer.out.toString();
  }

  /**
   * A member on lines of its own, with the comments above.
   *
   * @param indentation negative for the document, which has no sign before it
   * @param first whether it opens what it stands in, so that no blank line goes before
   */
  private void member(Member member, int indentation, boolean first) {
    List<Comment> above = above(member, indentation);
    comments(above, indentation, first);
    if (member.afterBlank() && !(first && above.isEmpty())) {
      blankLine();
    }
    line(member, indentation);
  }

  /** What stands above the first line: also the comments for which there is no place in it. */
  private List<Comment> above(Member member, int indentation) {
    var above = new ArrayList<>(member.head());
    var beside = new ArrayList<Comment>();
    member.keyed().flatMap(Layout.Key::comment).ifPresent(beside::add);
    if (member.value() instanceof Group group && isBlock(member, group, indentation)) {
      member.trailing().ifPresent(beside::add);
      above.addAll(member.keyed().isPresent() ? tail(beside) : beside);
      if (member.keyed().isEmpty()) {
        above.addAll(above(group.members().get(0), indentation + STEP));
      }
      return above;
    }
    above.addAll(beside);
    if (member.value() instanceof Group group) {
      above.addAll(group.foot());
    }
    return above;
  }

  private static List<Comment> tail(List<Comment> comments) {
    return comments.subList(Math.min(1, comments.size()), comments.size());
  }

  /** The first line of a member and those of its value, without the comments above. */
  private void line(Member member, int indentation) {
    indent(indentation);
    Optional<String> key = member.keyed().map(each -> TextPrinter.key(each.text(), false));
    out.append(key.map(text -> text + ":").orElse(indentation < 0 ? start(member) : "-"));
    if (member.value() instanceof Group group && isBlock(member, group, indentation)) {
      block(member, group, indentation);
      return;
    }
    List<String> lines = lines(member.value(), indentation);
    if (!lines.get(0).isEmpty()) {
      out.append(isAtLineStart() ? "" : " ").append(String.join("\n", lines));
      lineStart = Math.max(lineStart, out.lastIndexOf("\n") + 1);
    }
    member.trailing().ifPresent(this::trailing);
    newLine();
  }

  /** A document that holds nothing is still one, other than a file without any. */
  private static String start(Member root) {
    return root.value() instanceof Text text && text.isAbsent() ? "---" : "";
  }

  private static List<String> lines(Layout value, int indentation) {
    return value instanceof Text text
        ? TextPrinter.lines(text, Math.max(indentation, 0) + STEP, STEP)
        : List.of(FlowPrinter.oneLine(value));
  }

  private void block(Member member, Group group, int indentation) {
    List<Member> members = group.members();
    boolean beside = member.keyed().isEmpty();
    if (beside) {
      out.append(indentation < 0 ? "" : " ");
      line(members.get(0), indentation + STEP);
    } else {
      member.keyed().flatMap(Layout.Key::comment).or(member::trailing).ifPresent(this::trailing);
      newLine();
    }
    for (int i = beside ? 1 : 0; i < members.size(); i++) {
      member(members.get(i), indentation + STEP, i == 0);
    }
    comments(group.foot(), indentation + STEP, false);
  }

  /** Whether the members of a group stand on lines of their own. */
  private static boolean isBlock(Member member, Group group, int indentation) {
    if (group.members().isEmpty()) {
      return false;
    }
    int before =
        member.keyed().map(key -> TextPrinter.key(key.text(), false).length() + 1).orElse(1);
    return !FlowPrinter.fitsLine(group)
        || indentation + before + 1 + length(FlowPrinter.oneLine(group)) > WIDTH;
  }

  private static int length(String line) {
    return line.codePointCount(0, line.length());
  }

  private void comments(List<Comment> comments, int indentation, boolean first) {
    for (int i = 0; i < comments.size(); i++) {
      if (comments.get(i).afterBlank() && !(first && i == 0)) {
        blankLine();
      }
      indent(indentation);
      out.append(comments.get(i).text());
      newLine();
    }
  }

  /** Behind a value, in the column where the author put it if there is room. */
  private void trailing(Comment comment) {
    int used = length(out.substring(lineStart));
    out.append(" ".repeat(Math.max(2, comment.column() - used))).append(comment.text());
  }

  /** Unless something has begun in this line already. */
  private void indent(int indentation) {
    if (isAtLineStart()) {
      out.append(" ".repeat(Math.max(0, indentation)));
    }
  }

  /** One blank line, and not at the start of the file. */
  private void blankLine() {
    boolean isThere = out.length() < 2 || Lines.isBlank(lastLine());
    if (!isThere) {
      newLine();
    }
  }

  private String lastLine() {
    return out.substring(out.lastIndexOf("\n", out.length() - 2) + 1, out.length() - 1);
  }

  private boolean isAtLineStart() {
    return lineStart == out.length();
  }

  private void newLine() {
    out.append('\n');
    lineStart = out.length();
  }
}
