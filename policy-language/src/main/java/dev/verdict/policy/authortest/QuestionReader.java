package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the parts of a request as the authors' tests write them: by the name of a fixture of any of
 * the test files, or described in place.
 */
public final class QuestionReader {

  private final Schema schema;
  private final Diagnostics diagnostics;
  private final EntityReader subjects;
  private final EntityReader resources;
  private final TestCaseReader cases;

  /**
   * @param testFiles documents without errors; of fixtures of one name, the last one counts
   */
  public QuestionReader(Schema schema, List<YamlNode> testFiles, Diagnostics diagnostics) {
    this.schema = schema;
    this.diagnostics = diagnostics;
    subjects =
        new EntityReader(
            "subject",
            type -> Optional.ofNullable(schema.subjects().get(type)).map(SubjectType::attributes),
            diagnostics);
    resources =
        new EntityReader(
            "resource",
            type -> Optional.ofNullable(schema.resources().get(type)).map(ResourceType::attributes),
            diagnostics);
    fixtures(testFiles, "subjects", subjects::fixture);
    fixtures(testFiles, "resources", resources::fixture);
    var defaults = new TestDefaults(Instant.EPOCH, Attributes.NONE);
    cases = new TestCaseReader(schema, subjects, resources, defaults, diagnostics);
  }

  /** The names of the fixtures under {@code subjects} or {@code resources}, sorted. */
  public static List<String> names(List<YamlNode> testFiles, String key) {
    var names = new TreeSet<String>();
    fixtures(testFiles, key, entry -> names.add(entry.key().value()));
    return List.copyOf(names);
  }

  private static void fixtures(
      List<YamlNode> testFiles, String key, Consumer<YamlNode.Entry> fixture) {
    for (YamlNode file : testFiles) {
      if (file instanceof YamlNode.Mapping mapping) {
        mapping.entries().stream()
            .filter(entry -> entry.key().value().equals(key))
            .flatMap(entry -> entries(entry.value()))
            .forEach(fixture);
      }
    }
  }

  private static Stream<YamlNode.Entry> entries(YamlNode node) {
    return node instanceof YamlNode.Mapping mapping ? mapping.entries().stream() : Stream.empty();
  }

  public Optional<Entity> subject(YamlNode node) {
    return subjects.read(node);
  }

  public Optional<Entity> resource(YamlNode node) {
    return resources.read(node);
  }

  /**
   * The action.
   *
   * @param resource decides which attributes the action has
   */
  public Optional<Action> action(YamlNode node, Optional<Entity> resource) {
    return cases.action(node, resource);
  }

  public Attributes context(YamlNode node) {
    return new PropertyReader(diagnostics)
        .read(
            MappingReader.entries(node, "the context", diagnostics),
            "the context",
            Optional.of(schema.context()));
  }
}
