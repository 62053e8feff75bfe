package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import java.util.Map;
import java.util.Optional;

/** Finds which attribute of a type holds the tenant. */
final class TenantAttribute {

  private static final String DEFAULT = "tenant";

  private TenantAttribute() {}

  /** The attribute that the key {@code tenant} names, or the one that is called so. */
  static Optional<String> read(
      MappingReader reader, Map<String, AttributeDeclaration> attributes, Diagnostics diagnostics) {
    if (!reader.has("tenant")) {
      return Optional.of(DEFAULT)
          .filter(attributes::containsKey)
          .filter(name -> isString(new Located<>(name, reader.span()), attributes, diagnostics));
    }
    Optional<Located<String>> written = reader.text("tenant");
    if (written.isPresent() && !attributes.containsKey(written.get().value())) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          written.get().span(),
          "`tenant` names the attribute `"
              + written.get().value()
              + "`, which is not declared"
              + (written.get().value().equals("false")
                  ? "; a type that belongs to no tenant says `tenant-isolated: false`"
                  : Suggestion.didYouMean(written.get().value(), attributes.keySet())));
      return Optional.empty();
    }
    return written.filter(name -> isString(name, attributes, diagnostics)).map(Located::value);
  }

  private static boolean isString(
      Located<String> name, Map<String, AttributeDeclaration> attributes, Diagnostics diagnostics) {
    AttributeDeclaration declaration = attributes.get(name.value());
    if (declaration != null && declaration.type() == Type.Simple.STRING) {
      return true;
    }
    diagnostics.report(
        DiagnosticCode.TYPE_MISMATCH,
        name.span(),
        "the attribute `" + name.value() + "` holds the tenant and must be a `string`");
    return false;
  }
}
