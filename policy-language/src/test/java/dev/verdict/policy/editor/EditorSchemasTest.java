package dev.verdict.policy.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.verdict.policy.DocumentedRepositories;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Whatever loads is right by the schemas, and the schemas know the keys that the readers know. */
class EditorSchemasTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path EXAMPLES = Path.of("..", "policies-examples");
  private static final String UNKNOWN = "a-key-that-nobody-knows";
  private static final Pattern KNOWN_KEYS =
      Pattern.compile("unknown key `" + UNKNOWN + "` in .*; it may have (.*)");

  /**
   * A mapping whose keys are fixed.
   *
   * @param file in which it stands
   * @param text of that file, with an unknown key in the mapping
   * @param pointer to the keys in the schema of the kind of file
   */
  record Place(EditorSchema schema, String file, String text, String pointer) {

    @Override
    public String toString() {
      return schema + pointer;
    }
  }

  static List<Place> places() {
    return List.of(
        place(EditorSchema.VERDICT, "verdict.yaml", "%s: 1", "/properties"),
        place(
            EditorSchema.SCHEMA,
            "schema.yaml",
            "{ subjects: {}, resources: {}, %s: 1 }",
            "/properties"),
        inSchema(
            "entities: { a: { %s: 1 } }", "/properties/entities/additionalProperties/properties"),
        inSchema("types: { A: { a: { type: int, %s: 1 } } }", "/$defs/member/oneOf/1/properties"),
        inSchema("context: { a: { type: int, %s: 1 } }", "/$defs/attribute/oneOf/1/properties"),
        inSchema("subjects: { a: { %s: 1 } }\nresources: {}", "/$defs/subjectType/properties"),
        inSchema("resources: { a: { %s: 1 } }", "/$defs/resourceType/properties"),
        inSchema("resources: { a: { actions: { b: { %s: 1 } } } }", "/$defs/action/properties"),
        place(EditorSchema.ROLES, "roles.yaml", "%s: 1", "/properties"),
        place(
            EditorSchema.ROLES,
            "roles.yaml",
            "roles: { a: { %s: 1 } }",
            "/properties/roles/additionalProperties/properties"),
        place(
            EditorSchema.ROLES,
            "roles.yaml",
            "derived: { a: { %s: 1 } }",
            "/$defs/derived/properties"),
        place(EditorSchema.LET, "a.let.yaml", "%s: 1", "/properties"),
        place(EditorSchema.POLICY, "a.policy.yaml", "%s: 1", "/properties"),
        inRule("%s: 1", "/properties"),
        inRule("scopes: { %s: 1 }", "/properties/scopes/oneOf/1/properties"),
        inRule("valid: { %s: 1 }", "/properties/valid/properties"),
        place(
            EditorSchema.POLICY,
            "a.policy.yaml",
            "rules: [{ fields: { %s: 1 } }]",
            "/$defs/fields/oneOf/1/properties"),
        place(
            EditorSchema.POLICY,
            "a.policy.yaml",
            "rules: [{ permit: a, obligations: [{ a: { b: { expression: x, %s: 1 } } }] }]",
            "/$defs/obligation/oneOf/1/additionalProperties/additionalProperties/anyOf/0/properties"),
        place(EditorSchema.GRANTS, "grants.yaml", "%s: 1", "/properties"),
        place(EditorSchema.GRANTS, "grants.yaml", "grants: [{ %s: 1 }]", "/$defs/grant/properties"),
        place(
            EditorSchema.GRANTS,
            "grants.yaml",
            "grants: [{ subjects: { %s: 1 } }]",
            "/$defs/grant/properties/subjects/properties"),
        place(EditorSchema.DATA, "data/a.yaml", "%s: 1", "/properties"),
        place(
            EditorSchema.DATA,
            "data/a.yaml",
            "entities: { group: { a: { %s: 1 } } }",
            "/properties/entities/additionalProperties/additionalProperties/properties"),
        place(
            EditorSchema.DATA,
            "data/a.yaml",
            "entities: { group: { a: { in: [{ %s: 1 }] } } }",
            "/$defs/container/oneOf/1/properties"),
        place(EditorSchema.FIXTURES, "tests/fixtures.yaml", "%s: 1", "/properties"),
        place(EditorSchema.TESTS, "tests/a.test.yaml", "%s: 1", "/properties"),
        place(
            EditorSchema.TESTS,
            "tests/a.test.yaml",
            "tests: [{ %s: 1 }]",
            "/$defs/test/properties"),
        place(
            EditorSchema.TESTS,
            "tests/a.test.yaml",
            "matrices: [{ %s: 1 }]",
            "/$defs/matrix/properties"));
  }

  @ParameterizedTest
  @MethodSource("places")
  void aSchemaHasTheKeysThatTheReaderHas(Place place) {
    var files = new ArrayList<SourceFile>();
    files.add(new SourceFile(place.file(), place.text()));
    if (place.schema() != EditorSchema.SCHEMA) {
      files.add(
          new SourceFile(
              "schema.yaml",
              "{ subjects: {}, resources: {}, entities: { group: { in: [group] } } }"));
    }
    List<String> read =
        SnapshotLoader.load(files, "revision").diagnostics().stream()
            .flatMap(found -> KNOWN_KEYS.matcher(found.message()).results())
            .map(found -> found.group(1))
            .flatMap(keys -> Stream.of(keys.split(", ")))
            .map(key -> key.replace("`", ""))
            .toList();

    assertThat(keys(json(place.schema()).at(place.pointer())))
        .as("%s in %s", place.pointer(), place.schema().resource())
        .containsExactlyInAnyOrderElementsOf(read);
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaIsOneByItsOwnDraft(EditorSchema schema) {
    JsonSchema draft =
        FACTORY.getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()));

    assertThat(draft.validate(json(schema))).isEmpty();
    assertThat(json(schema).get("$schema").asText())
        .isEqualTo(SpecVersion.VersionFlag.V202012.getId());
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyIsDescribed(EditorSchema schema) {
    JsonNode json = json(schema);

    assertThat(json.findValues("properties"))
        .flatExtracting(properties -> properties.properties())
        .allSatisfy(
            property ->
                assertThat(
                        property.getValue().has("description") || property.getValue().has("$ref"))
                    .as(property.getKey())
                    .isTrue());
  }

  @Test
  void whateverLoadsIsRightByTheSchemas() throws IOException {
    var kinds = EnumSet.noneOf(EditorSchema.class);
    for (List<SourceFile> repository : repositories()) {
      if (SnapshotLoader.load(repository, "revision").snapshot().isPresent()) {
        for (SourceFile file : repository) {
          Optional<EditorSchema> schema = schemaOf(file.path());
          schema.ifPresent(kinds::add);
          schema.ifPresent(
              found -> assertThat(validate(found, file.text())).as(file.path()).isEmpty());
        }
      }
    }

    assertThat(kinds).as("of each kind there is a file").containsExactly(EditorSchema.values());
  }

  @Test
  void whatIsMisspeltIsWrongByTheSchemas() {
    String policy = "policy: a\nresource: b\nrules:\n  - { permit: read, id: c, when: x }\n";

    assertThat(validate(EditorSchema.POLICY, policy)).isEmpty();
    assertThat(validate(EditorSchema.POLICY, policy.replace("when", "wen"))).isNotEmpty();
    assertThat(validate(EditorSchema.POLICY, policy.replace("permit", "permits"))).isNotEmpty();
    assertThat(validate(EditorSchema.POLICY, policy.replace("rules", "rule"))).isNotEmpty();
  }

  private static Place place(EditorSchema schema, String file, String text, String pointer) {
    return new Place(schema, file, text.formatted(UNKNOWN), pointer);
  }

  private static Place inSchema(String text, String pointer) {
    return place(EditorSchema.SCHEMA, "schema.yaml", text, pointer);
  }

  private static Place inRule(String member, String pointer) {
    return place(
        EditorSchema.POLICY,
        "a.policy.yaml",
        "rules: [{ permit: a, " + member + " }]",
        "/$defs/rule" + pointer);
  }

  private static List<String> keys(JsonNode properties) {
    var keys = new ArrayList<String>();
    properties.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  static Set<ValidationMessage> validate(EditorSchema schema, String yaml) {
    Object document =
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
    return FACTORY.getSchema(json(schema)).validate(JSON.valueToTree(document));
  }

  private static Optional<EditorSchema> schemaOf(String path) {
    return Stream.of(EditorSchema.values())
        .filter(
            schema ->
                path.matches(
                    schema.files().replace(".", "\\.").replace("*", ".*").replace(", ", "|")))
        .findFirst();
  }

  private static JsonNode json(EditorSchema schema) {
    try (InputStream resource = EditorSchema.class.getResourceAsStream(schema.resource())) {
      return JSON.readTree(Objects.requireNonNull(resource, schema.resource()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<SourceFile>> repositories() throws IOException {
    var repositories = new ArrayList<List<SourceFile>>();
    repositories.add(DocumentedRepositories.of("language.md").wholePage());
    try (Stream<Path> cases = Files.list(CASES);
        Stream<Path> examples = Files.list(EXAMPLES)) {
      for (Path folder : Stream.concat(cases, examples).filter(Files::isDirectory).toList()) {
        repositories.add(files(folder));
      }
    }
    return repositories;
  }

  private static List<SourceFile> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(file -> new SourceFile(folder.relativize(file).toString(), read(file)))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
