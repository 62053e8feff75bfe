package dev.verdict.policy.file;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads the keys of a rule that say what it speaks of. */
final class TargetReader {

  /** The keys, beside those that name the effect. */
  static final List<String> KEYS = List.of("subjects", "actors", "roles", "scopes", "valid");

  private final MappingReader reader;
  private final Diagnostics diagnostics;

  TargetReader(MappingReader reader, Diagnostics diagnostics) {
    this.reader = reader;
    this.diagnostics = diagnostics;
  }

  /** What is wrong is reported and left out. */
  TargetDeclaration read(Optional<Effect> effect) {
    return new TargetDeclaration(
        effect
            .map(found -> reader.texts(found == Effect.PERMIT ? "permit" : "deny"))
            .orElse(List.of()),
        reader.texts("subjects"),
        reader.texts("actors"),
        reader.texts("roles"),
        scopes(),
        validity());
  }

  /** {@code [a, b]}: all of them; or {@code {all: [a], any: [b, c]}}. */
  private ScopesDeclaration scopes() {
    Optional<YamlNode> node = reader.node("scopes");
    if (node.isEmpty() || !(node.get() instanceof YamlNode.Mapping)) {
      return new ScopesDeclaration(reader.texts("scopes"), List.of());
    }
    return reader
        .mapping("scopes", List.of("all", "any"))
        .map(this::scopes)
        .orElseGet(() -> new ScopesDeclaration(List.of(), List.of()));
  }

  private ScopesDeclaration scopes(MappingReader scopes) {
    if (!scopes.has("all") && !scopes.has("any")) {
      diagnostics.report(
          DiagnosticCode.MISSING_KEY,
          scopes.span(),
          "`scopes` needs one of the keys `all` and `any`, or both");
    }
    return new ScopesDeclaration(scopes.texts("all"), scopes.texts("any"));
  }

  private Validity validity() {
    return reader
        .mapping("valid", ValidityReader.KEYS)
        .map(window -> ValidityReader.read(window, diagnostics))
        .orElse(Validity.ALWAYS);
  }
}
