package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * A role that subjects bring along.
 *
 * @param includes roles that come with it
 * @param deprecated why policies should not name it any more; absent: they may
 */
public record RoleDeclaration(
    Located<String> name, List<Located<String>> includes, Optional<String> deprecated) {

  public RoleDeclaration {
    includes = List.copyOf(includes);
  }
}
