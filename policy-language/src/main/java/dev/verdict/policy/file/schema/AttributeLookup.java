package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/** Finds the declaration of an attribute that an author gives a value to. */
public final class AttributeLookup {

  private AttributeLookup() {}

  /**
   * The declaration of that name.
   *
   * @param owner of the attributes, in messages: {@code the subject type `user`}
   * @return empty, and reported, where there is none
   */
  public static Optional<AttributeDeclaration> find(
      YamlNode.Scalar name,
      String owner,
      Map<String, AttributeDeclaration> declared,
      Diagnostics diagnostics) {
    AttributeDeclaration declaration = declared.get(name.value());
    if (declaration == null) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          name.span(),
          owner
              + " declares no attribute `"
              + name.value()
              + "`"
              + Suggestion.didYouMean(name.value(), declared.keySet()));
    }
    return Optional.ofNullable(declaration);
  }
}
