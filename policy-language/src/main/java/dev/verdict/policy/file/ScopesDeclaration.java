package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;
import java.util.List;

/**
 * The {@code scopes} of a rule.
 *
 * @param all the subject has each of them
 * @param any the subject has at least one of them; empty: whatever it has
 */
public record ScopesDeclaration(List<Located<String>> all, List<Located<String>> any) {

  public ScopesDeclaration {
    all = List.copyOf(all);
    any = List.copyOf(any);
  }
}
