package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * The subjects and resources that tests refer to by name: those of {@code tests/fixtures.yaml},
 * which all test files share, and those of a test file, which are its own.
 */
public final class Fixtures {

  static final String SUBJECTS = "subjects";
  static final String RESOURCES = "resources";

  private final EntityReader subjects;
  private final EntityReader resources;

  private Fixtures(EntityReader subjects, EntityReader resources) {
    this.subjects = subjects;
    this.resources = resources;
  }

  /** Those that are shared. What cannot be read is reported and left out. */
  public static Fixtures shared(List<YamlNode> documents, Schema schema, Diagnostics diagnostics) {
    Fixtures fixtures = none(schema, diagnostics);
    for (YamlNode document : documents) {
      MappingReader.open(document, "a file of fixtures", List.of(SUBJECTS, RESOURCES), diagnostics)
          .ifPresent(fixtures::add);
    }
    return fixtures;
  }

  static Fixtures none(Schema schema, Diagnostics diagnostics) {
    return new Fixtures(
        new EntityReader(
            "subject",
            type -> Optional.ofNullable(schema.subjects().get(type)).map(SubjectType::attributes),
            diagnostics),
        new EntityReader(
            "resource",
            type -> Optional.ofNullable(schema.resources().get(type)).map(ResourceType::attributes),
            diagnostics));
  }

  /** These and those of a test file, which may have none of a name that is shared. */
  Fixtures and(MappingReader testFile) {
    var both = new Fixtures(subjects.copy(), resources.copy());
    both.add(testFile);
    return both;
  }

  private void add(MappingReader file) {
    file.entries(SUBJECTS).forEach(subjects::fixture);
    file.entries(RESOURCES).forEach(resources::fixture);
  }

  EntityReader subjects() {
    return subjects;
  }

  EntityReader resources() {
    return resources;
  }
}
