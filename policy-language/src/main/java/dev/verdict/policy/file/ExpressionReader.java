package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.syntax.ConditionParser;
import dev.verdict.policy.syntax.Syntax;
import java.util.Optional;

/** Reads the text of conditions and other expressions; nothing after the files parses any. */
public final class ExpressionReader {

  private final Diagnostics diagnostics;
  private int errors;

  public ExpressionReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The expression; what is wrong with its text is reported. */
  public WrittenExpression read(MappedText text) {
    CutExpression.check(text, diagnostics);
    int before = diagnostics.errors();
    Optional<Syntax> syntax = ConditionParser.parse(text, diagnostics);
    errors += diagnostics.errors() - before;
    return new WrittenExpression(syntax);
  }

  /** How many errors it reported: they are no errors of what the expressions belong to. */
  int errors() {
    return errors;
  }
}
