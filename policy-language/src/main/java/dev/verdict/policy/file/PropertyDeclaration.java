package dev.verdict.policy.file;

import dev.verdict.policy.request.Value;
import dev.verdict.policy.source.MappedText;

/** A property of an obligation or advice, as written. */
public sealed interface PropertyDeclaration {

  String name();

  /** The same for every decision. */
  record Constant(String name, Value value) implements PropertyDeclaration {}

  /** Found for each decision: {@code {expression: resource.owner}}. */
  record Computed(String name, MappedText expression) implements PropertyDeclaration {}
}
