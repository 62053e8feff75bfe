package dev.verdict.policy.file;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.schema.Sentence;
import dev.verdict.policy.file.schema.SilenceReader;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads one rule of a policy file. */
final class RuleReader {

  private static final String EXPRESSION = "expression";

  private final MappingReader reader;
  private final ExpressionReader expressions;
  private final Diagnostics diagnostics;

  private RuleReader(MappingReader reader, ExpressionReader expressions, Diagnostics diagnostics) {
    this.reader = reader;
    this.expressions = expressions;
    this.diagnostics = diagnostics;
  }

  /** The rule; empty, and reported, where anything in it is wrong but its expressions. */
  static Optional<RuleDeclaration> read(YamlNode node, Diagnostics diagnostics) {
    int errors = diagnostics.errors();
    var expressions = new ExpressionReader(diagnostics);
    return MappingReader.open(node, "a rule", RuleVocabulary.RULE, diagnostics)
        .flatMap(reader -> new RuleReader(reader, expressions, diagnostics).rule())
        .filter(rule -> diagnostics.errors() - expressions.errors() == errors);
  }

  private Optional<RuleDeclaration> rule() {
    var obligations = new ObligationReader(expressions, diagnostics);
    SilenceReader.read(reader, reader.region(), diagnostics);
    Optional<Located<String>> id = id();
    Optional<Effect> effect = effect();
    TargetDeclaration target = new TargetReader(reader, diagnostics).read(effect);
    Optional<WrittenExpression> condition = expressions.read(reader, "when");
    Optional<BecauseDeclaration> because = because();
    Optional<FieldsDeclaration> fields = FieldsReader.read(reader);
    List<ObligationDeclaration> duties = obligations.read(reader.items("obligations"));
    List<ObligationDeclaration> advice = obligations.read(reader.items("advice"));
    if (id.isEmpty() || effect.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RuleDeclaration(
            id.get(),
            effect.get(),
            target,
            condition,
            because,
            fields,
            duties,
            advice,
            reader.span()));
  }

  private Optional<Located<String>> id() {
    Optional<Located<String>> id = reader.requiredText("id");
    id.ifPresent(
        found ->
            Identifier.labelProblem(found.value())
                .ifPresent(problem -> report(found.span(), problem)));
    return id;
  }

  private Optional<Effect> effect() {
    if (reader.has("permit") != reader.has("deny")) {
      return Optional.of(reader.has("permit") ? Effect.PERMIT : Effect.DENY);
    }
    if (!reader.has("permit") && (reader.isMeant("permit") || reader.isMeant("deny"))) {
      return Optional.empty();
    }
    diagnostics.report(
        reader.has("permit") ? DiagnosticCode.WRONG_SHAPE : DiagnosticCode.MISSING_KEY,
        reader.span(),
        "a rule needs one of the keys `permit` and `deny`, and only one");
    return Optional.empty();
  }

  private Optional<BecauseDeclaration> because() {
    Optional<YamlNode> node = reader.node("because");
    if (node.isPresent() && node.get() instanceof YamlNode.Mapping mapping) {
      return MappingReader.open(mapping, "`because`", List.of(EXPRESSION), diagnostics)
          .flatMap(
              computed ->
                  mapping.entries().isEmpty()
                      ? computed.requiredScalar(EXPRESSION)
                      : computed.scalar(EXPRESSION))
          .flatMap(YamlNode.Scalar::text)
          .map(text -> new BecauseDeclaration.Computed(expressions.read(text)));
    }
    Optional<Located<String>> because = reader.text("because");
    because.ifPresent(found -> Sentence.check("because", found, diagnostics));
    return because.map(
        found ->
            new BecauseDeclaration.Sentence(new Located<>(found.value().strip(), found.span())));
  }

  private void report(Span span, String message) {
    diagnostics.report(DiagnosticCode.WRONG_SHAPE, span, message);
  }
}
