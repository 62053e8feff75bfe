package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.syntax.ConditionParser;
import dev.verdict.policy.syntax.Syntax;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.Optional;

/** Reads the text of conditions and other expressions; nothing after the files parses any. */
public final class ExpressionReader {

  private static final String TEXT = "text that joins its parts with `&&` or `||`";

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

  /** The expression under a key; a list or mapping there is reported with what to write instead. */
  Optional<WrittenExpression> read(MappingReader reader, String key) {
    return reader
        .node(key)
        .flatMap(node -> MappingReader.scalar(node, "`" + key + "`", TEXT, diagnostics))
        .flatMap(YamlNode.Scalar::text)
        .map(this::read);
  }

  /** How many errors it reported: they are no errors of what the expressions belong to. */
  int errors() {
    return errors;
  }
}
