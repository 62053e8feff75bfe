package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the parts of a request as the authors' tests write them: by the name of a fixture, be it
 * shared or of one of the test files, or described in place.
 */
public final class QuestionReader {

  private final Schema schema;
  private final Diagnostics diagnostics;
  private final Fixtures fixtures;
  private final TestCaseReader cases;

  /**
   * Each test file has fixtures of its own, so that one name may stand for different things; then
   * it cannot be used here, and the finding says where the two are.
   *
   * @param files that have fixtures: the shared ones and those of tests, without errors
   */
  public QuestionReader(Schema schema, List<YamlNode> files, Diagnostics diagnostics) {
    this.schema = schema;
    this.diagnostics = diagnostics;
    fixtures = Fixtures.none(schema, diagnostics);
    entries(files, Fixtures.SUBJECTS, fixtures.subjects()::fixtureOfSome);
    entries(files, Fixtures.RESOURCES, fixtures.resources()::fixtureOfSome);
    var defaults = new TestDefaults(Instant.EPOCH, Attributes.NONE);
    cases = new TestCaseReader(schema, fixtures, defaults, diagnostics);
  }

  /** The names of the fixtures under {@code subjects} or {@code resources}, sorted. */
  public static List<String> names(List<YamlNode> files, String key) {
    var names = new TreeSet<String>();
    entries(files, key, entry -> names.add(entry.key().value()));
    return List.copyOf(names);
  }

  private static void entries(List<YamlNode> files, String key, Consumer<YamlNode.Entry> fixture) {
    for (YamlNode file : files) {
      entries(file)
          .filter(entry -> entry.key().value().equals(key))
          .flatMap(entry -> entries(entry.value()))
          .forEach(fixture);
    }
  }

  private static Stream<YamlNode.Entry> entries(YamlNode node) {
    return node instanceof YamlNode.Mapping mapping ? mapping.entries().stream() : Stream.empty();
  }

  public Optional<Entity> subject(YamlNode node) {
    return fixtures.subjects().read(node);
  }

  public Optional<Entity> resource(YamlNode node) {
    return fixtures.resources().read(node);
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
