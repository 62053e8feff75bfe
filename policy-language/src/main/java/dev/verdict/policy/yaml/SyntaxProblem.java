package dev.verdict.policy.yaml;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.Span;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What the YAML library could not read, in words for an author. The library's sentences are only
 * recognised, never shown; one that is not recognised costs clarity and nothing else.
 */
record SyntaxProblem(String message, Span span) {

  static SyntaxProblem of(MarkedYamlEngineException problem, SourceText source) {
    int context = Marks.index(problem.getContextMark());
    int at = problem.getProblemMark().isPresent() ? Marks.index(problem.getProblemMark()) : context;
    String said = problem.getProblem() == null ? "" : problem.getProblem();
    String where = problem.getContext() == null ? "" : problem.getContext();
    if (said.equals("found unexpected end of stream")
        || said.equals("found unexpected document separator")) {
      return new SyntaxProblem(
          "the quote that opens here is never closed", source.span(context, context + 1));
    }
    if (said.startsWith("could not find expected ':'")) {
      return new SyntaxProblem(
          "a `:` and a blank are missing after this key", source.span(context, at));
    }
    if (where.endsWith("alias") || where.endsWith("anchor") || where.endsWith("tag")) {
      return new SyntaxProblem(
          "text that begins with `*`, `&` or `!` must stand in quotes",
          source.span(context, context + 1));
    }
    if (where.endsWith("block mapping") && followsQuote(source, at)) {
      return new SyntaxProblem(
          "text goes on behind the closing quote; put all of it in quotes of the other kind, or on a"
              + " line of its own after `>`",
          source.span(at, at + 1));
    }
    int dash = tightDash(source, at);
    if (said.equals("mapping values are not allowed here") && dash >= 0) {
      return new SyntaxProblem(
          "a blank is missing behind the `-` of a list item", source.span(dash, dash + 1));
    }
    return new SyntaxProblem(
        message(said, where, source.line(context), source.at(at)), source.span(at, at + 1));
  }

  /** Something after that place, when the library does not say what. */
  static SyntaxProblem after(int index, SourceText source) {
    return new SyntaxProblem("this is not valid YAML", source.span(index, index + 1));
  }

  void report(Diagnostics diagnostics) {
    diagnostics.report(DiagnosticCode.YAML_SYNTAX, span, message);
  }

  /** A dash that no blank follows, at the start of this line or the one before; -1 without one. */
  private static int tightDash(SourceText source, int at) {
    int start = startOfLine(source, at);
    int dash = dashOf(source, start);
    return dash >= 0 || start == 0 ? dash : dashOf(source, startOfLine(source, start - 1));
  }

  private static int dashOf(SourceText source, int start) {
    int first = start;
    while (source.at(first) == ' ') {
      first++;
    }
    return source.at(first) == '-' && source.at(first + 1) > ' ' ? first : -1;
  }

  private static int startOfLine(SourceText source, int at) {
    int start = at;
    while (start > 0 && source.at(start - 1) != '\n') {
      start--;
    }
    return start;
  }

  private static boolean followsQuote(SourceText source, int at) {
    int before = at - 1;
    while (before > 0 && source.at(before) == ' ') {
      before--;
    }
    return before >= 0 && (source.at(before) == '\'' || source.at(before) == '"');
  }

  private static String message(String said, String where, int line, int found) {
    if (said.contains("\\t(TAB)") || found == '\t') {
      return "a tab may not indent; use spaces";
    }
    if (said.contains("cannot start any token")) {
      String sign = found == '`' ? "a backtick" : "`" + Character.toString(found) + "`";
      return "text may not begin with " + sign + "; put it in quotes";
    }
    if (said.equals("mapping values are not allowed here")) {
      return "a `:` is not expected here; put text that holds `: ` in quotes, and check the"
          + " indentation";
    }
    if (said.equals("sequence entries are not allowed here")) {
      return "a list item is not expected here; put it on a line of its own, and text that begins"
          + " with `- ` in quotes";
    }
    return collections(said, where, line);
  }

  private static String collections(String said, String where, int line) {
    if (where.endsWith("flow sequence")) {
      return "expected `,` or `]` in the list that begins in line " + line;
    }
    if (where.endsWith("flow mapping")) {
      return "expected `,` or `}` in the mapping that begins in line " + line;
    }
    if (where.endsWith("block mapping")) {
      return "this belongs to no key of the mapping that begins in line "
          + line
          + "; check the indentation, quotes and brackets";
    }
    if (where.endsWith("block collection")) {
      return "this is no item of the list that begins in line "
          + line
          + "; check the indentation and the `-`";
    }
    return scalars(said, where);
  }

  private static String scalars(String said, String where) {
    if (said.contains("escape")) {
      return "this is no escape of a double-quoted text; write `\\\\` for a backslash, or use"
          + " single quotes";
    }
    if (where.endsWith("block scalar")) {
      return "after `|` or `>` only `+`, `-`, a digit from 1 to 9 and a comment may stand";
    }
    if (said.startsWith("expected '<document start>'")) {
      return "nothing may stand after the end of the document; check the indentation";
    }
    if (said.startsWith("expected the node content")) {
      return "a value is expected here";
    }
    return "this is not valid YAML";
  }
}
