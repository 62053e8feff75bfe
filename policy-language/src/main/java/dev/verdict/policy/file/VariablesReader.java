package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code let} section. */
final class VariablesReader {

  /** What a condition calls the parts of a request, so that no variable may. */
  private static final Set<String> ROOTS =
      Set.of("subject", "action", "resource", "context", "actor");

  private static final String TEXT =
      "the text of an expression, in quotes where it holds brackets, like `\"['a', 'b']\"`";

  private VariablesReader() {}

  /** The variables of a mapping that may have the key {@code let}; what is wrong is left out. */
  static List<VariableDeclaration> read(MappingReader reader, Diagnostics diagnostics) {
    List<YamlNode.Entry> entries = reader.entries("let");
    var expressions = new ExpressionReader(diagnostics);
    var variables = new ArrayList<VariableDeclaration>();
    int limit = diagnostics.limits().of(Limit.VARIABLES);
    if (entries.size() > limit) {
      diagnostics.report(
          DiagnosticCode.TOO_MANY,
          entries.get(limit).key().span(),
          "a policy may have " + limit + " variables, not more");
      return variables;
    }
    for (YamlNode.Entry entry : entries) {
      YamlNode.Scalar key = entry.key();
      variableProblem(key.value())
          .ifPresent(
              problem -> diagnostics.report(DiagnosticCode.WRONG_SHAPE, key.span(), problem));
      MappingReader.scalar(entry.value(), "`" + key.value() + "`", TEXT, diagnostics)
          .flatMap(YamlNode.Scalar::text)
          .map(expressions::read)
          .ifPresent(
              definition ->
                  variables.add(
                      new VariableDeclaration(new Located<>(key.value(), key.span()), definition)));
    }
    return variables;
  }

  private static Optional<String> variableProblem(String name) {
    return ROOTS.contains(name)
        ? Optional.of("`" + name + "` is a part of every request; choose another name")
        : Identifier.problem(name);
  }
}
