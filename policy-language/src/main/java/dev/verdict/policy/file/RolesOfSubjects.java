package dev.verdict.policy.file;

import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds roles and scopes that nothing declares among those of stored subjects and of the fixtures
 * of tests. With a slip there, a test would show nothing, and a stored subject escape a deny. What
 * a single test describes in place may be wrong: that may be what is tested.
 */
public final class RolesOfSubjects {

  private static final String SUBJECTS = "subjects";

  private final DeclaredNames declared;

  public RolesOfSubjects(DeclaredNames declared) {
    this.declared = declared;
  }

  /** Reports what the files of {@code data/} have: subjects by type and id. */
  public void checkData(List<YamlNode> documents) {
    documents.stream()
        .flatMap(document -> members(document, SUBJECTS))
        .flatMap(RolesOfSubjects::values)
        .flatMap(RolesOfSubjects::values)
        .forEach(this::checkSubject);
  }

  /** Reports what the fixtures of test files have: subjects by name. */
  public void checkFixtures(List<YamlNode> documents) {
    documents.stream()
        .flatMap(document -> members(document, SUBJECTS))
        .flatMap(RolesOfSubjects::values)
        .forEach(this::checkSubject);
  }

  private void checkSubject(YamlNode subject) {
    check(subject, NameKind.ROLES);
    check(subject, NameKind.SCOPES);
  }

  private void check(YamlNode subject, NameKind kind) {
    members(subject, kind.word())
        .flatMap(RolesOfSubjects::scalars)
        .forEach(name -> declared.checkBrought(kind, name.value(), name.span()));
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
