package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.schema.DeprecationWarnings;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks roles and scopes of stored subjects and of the subjects of tests. With a slip in one, a
 * stored subject would escape a deny, and a test that uses a fixture would show nothing. What a
 * single test describes in place may be wrong: that may be what is tested.
 */
public final class RolesOfSubjects {

  private static final String SUBJECTS = "subjects";

  private final DeclaredNames declared;
  private final DeprecationWarnings deprecation;

  public RolesOfSubjects(DeclaredNames declared, Diagnostics diagnostics) {
    this.declared = declared;
    this.deprecation = new DeprecationWarnings(diagnostics);
  }

  /** Reports what a file of {@code data/} has: subjects by type and id. */
  public void checkData(YamlNode document) {
    members(document, SUBJECTS)
        .flatMap(RolesOfSubjects::values)
        .flatMap(RolesOfSubjects::values)
        .forEach(this::checkDeclared);
  }

  /** Reports what fixtures have, subjects by name, and what tests describe in place. */
  public void checkTests(List<YamlNode> documents) {
    documents.stream()
        .flatMap(document -> members(document, SUBJECTS))
        .flatMap(RolesOfSubjects::values)
        .forEach(this::checkDeclared);
    documents.stream()
        .flatMap(document -> members(document, "tests"))
        .flatMap(tests -> tests.parts().stream())
        .flatMap(test -> Stream.of("subject", "actor").flatMap(who -> members(test, who)))
        .forEach(this::checkDeprecated);
  }

  private void checkDeclared(YamlNode subject) {
    for (NameKind kind : List.of(NameKind.ROLES, NameKind.SCOPES)) {
      names(subject, kind).forEach(name -> declared.checkBrought(kind, name.value(), name.span()));
    }
    checkDeprecated(subject);
  }

  private void checkDeprecated(YamlNode subject) {
    names(subject, NameKind.ROLES)
        .forEach(
            role ->
                deprecation.check(
                    "the role `" + role.value() + "`",
                    declared.deprecated(NameKind.ROLES, role.value()),
                    role.span()));
  }

  private static Stream<YamlNode.Scalar> names(YamlNode subject, NameKind kind) {
    return members(subject, kind.word()).flatMap(RolesOfSubjects::scalars);
  }

  private static Stream<YamlNode.Entry> entries(YamlNode node) {
    return node instanceof YamlNode.Mapping mapping ? mapping.entries().stream() : Stream.empty();
  }

  private static Stream<YamlNode> values(YamlNode node) {
    return entries(node).map(YamlNode.Entry::value);
  }

  private static Stream<YamlNode> members(YamlNode node, String key) {
    return entries(node)
        .filter(entry -> entry.key().value().equals(key))
        .map(YamlNode.Entry::value);
  }

  /** What is no list of texts is reported with the types of attributes. */
  private static Stream<YamlNode.Scalar> scalars(YamlNode node) {
    return node instanceof YamlNode.Sequence sequence
        ? sequence.items().stream()
            .filter(YamlNode.Scalar.class::isInstance)
            .map(YamlNode.Scalar.class::cast)
        : Stream.empty();
  }
}
