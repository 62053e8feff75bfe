package dev.verdict.policy.authortest;

import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.file.FieldsDeclaration;
import dev.verdict.policy.file.FieldsReader;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a test expects. */
final class ExpectationReader {

  private static final Map<String, Boolean> OUTCOMES = Map.of("permit", true, "deny", false);
  private static final Map<String, ReasonCode> REASONS =
      Arrays.stream(ReasonCode.values())
          .collect(Collectors.toUnmodifiableMap(ReasonCode::word, code -> code));

  private final Diagnostics diagnostics;

  ExpectationReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Empty, and reported, where it is not even said whether to permit. */
  Optional<Expectation> read(MappingReader test) {
    Optional<Boolean> permitted =
        test.requiredText("expect").flatMap(word -> oneOf("expect", word, OUTCOMES));
    Optional<String> rule = test.text("rule").map(Located::value);
    Optional<Set<String>> rules = set(test, "rules");
    Optional<ReasonCode> reason =
        test.text("reason").flatMap(word -> oneOf("reason", word, REASONS));
    Optional<FieldGrant> fields = FieldsReader.read(test).map(ExpectationReader::grant);
    var duties = new DutiesReader(diagnostics);
    Optional<List<ExpectedDuty>> obligations = duties.read(test, "obligations");
    Optional<List<ExpectedDuty>> advice = duties.read(test, "advice");
    Optional<Set<String>> grants = set(test, "grants");
    return permitted.map(
        permit ->
            new Expectation(permit, rule, rules, reason, fields, obligations, advice, grants));
  }

  private <T> Optional<T> oneOf(String key, Located<String> word, Map<String, T> words) {
    Optional<T> found = Optional.ofNullable(words.get(word.value()));
    if (found.isEmpty()) {
      String suggestion = Suggestion.didYouMean(word.value(), words.keySet());
      String listed = words.keySet().stream().sorted().collect(Collectors.joining("`, `"));
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          word.span(),
          "`"
              + key
              + "` cannot be `"
              + word.value()
              + "`"
              + (suggestion.isEmpty() ? "; it is one of `" + listed + "`" : suggestion));
    }
    return found;
  }

  /** Unlike elsewhere an empty list says something: none is expected. */
  private static Optional<Set<String>> set(MappingReader test, String key) {
    return test.node(key)
        .map(
            node ->
                node instanceof YamlNode.Sequence sequence && sequence.items().isEmpty()
                    ? Set.of()
                    : values(test.texts(key)));
  }

  private static FieldGrant grant(FieldsDeclaration fields) {
    return new FieldGrant(fields.except(), values(fields.names()));
  }

  private static Set<String> values(List<Located<String>> names) {
    return names.stream().map(Located::value).collect(Collectors.toSet());
  }
}
