package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * A role that a subject has where a condition holds.
 *
 * @param resources the resource types that it is defined for, at least one
 * @param subjectTypes that can have it; empty: all
 * @param roles the subject brings at least one of them along; empty: whatever it has
 * @param condition its {@code when}
 * @param includes roles that come with it
 * @param deprecated why policies should not name it any more; absent: they may
 */
public record DerivedRoleDeclaration(
    Located<String> name,
    List<Located<String>> resources,
    List<Located<String>> subjectTypes,
    List<Located<String>> roles,
    WrittenExpression condition,
    List<Located<String>> includes,
    Optional<String> deprecated) {

  public DerivedRoleDeclaration {
    resources = List.copyOf(resources);
    subjectTypes = List.copyOf(subjectTypes);
    roles = List.copyOf(roles);
    includes = List.copyOf(includes);
  }
}
