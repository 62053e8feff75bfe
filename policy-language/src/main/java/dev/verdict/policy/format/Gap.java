package dev.verdict.policy.format;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between two values: comments, and the signs of a list or mapping.
 *
 * @param trailing whether the first comment goes on in the line of what stands before
 * @param afterBlank whether a blank line stands above what follows the last comment
 */
record Gap(List<Comment> comments, boolean trailing, boolean afterBlank) {

  Gap {
    comments = List.copyOf(comments);
  }

  static Gap between(Lines lines, int from, int to) {
    String text = lines.text();
    var comments = new ArrayList<Comment>();
    boolean trailing = false;
    int next = -1;
    for (int at = from; at < to; at++) {
      char sign = text.charAt(at);
      if (sign == '#') {
        trailing |= comments.isEmpty() && lines.line(at) == lines.line(from);
        int end = lines.lineEnd(at);
        comments.add(comment(lines, at, end));
        at = end;
        next = -1;
      } else if (next < 0 && !Character.isWhitespace(sign)) {
        next = at;
      }
    }
    int following = next < 0 ? to : next;
    boolean afterBlank = lines.line(following) != lines.line(from) && lines.isAfterBlank(following);
    return new Gap(comments, trailing, afterBlank);
  }

  private static Comment comment(Lines lines, int from, int end) {
    String text = Lines.withoutBlanksBehind(lines.text().substring(from, end));
    return new Comment(text, lines.column(from), lines.isAfterBlank(from));
  }
}
