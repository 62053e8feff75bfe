package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;
import java.util.List;

/**
 * The {@code fields} of a rule.
 *
 * @param except whether the names are those left out
 * @param names attributes of the resource type
 */
public record FieldsDeclaration(boolean except, List<Located<String>> names) {

  public FieldsDeclaration {
    names = List.copyOf(names);
  }
}
