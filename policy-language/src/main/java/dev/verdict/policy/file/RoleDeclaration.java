package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;
import java.util.List;

/**
 * A role that subjects bring along.
 *
 * @param includes roles that come with it
 */
public record RoleDeclaration(Located<String> name, List<Located<String>> includes) {

  public RoleDeclaration {
    includes = List.copyOf(includes);
  }
}
