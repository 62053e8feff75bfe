package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;
import java.util.List;

/** An obligation or advice of a rule: its id and its properties in their order. */
public record ObligationDeclaration(Located<String> id, List<PropertyDeclaration> properties) {

  public ObligationDeclaration {
    properties = List.copyOf(properties);
  }
}
