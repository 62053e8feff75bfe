package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Rfc3339;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code tests/*.test.yaml}. */
public final class TestFileReader {

  private static final List<String> KEYS =
      List.of("now", "subjects", "resources", "context", "tests");

  private final Schema schema;
  private final Diagnostics diagnostics;
  private final EntityReader subjects;
  private final EntityReader resources;

  private TestFileReader(Schema schema, Diagnostics diagnostics) {
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
  }

  /** The tests of a file. What cannot be read is reported and left out. */
  public static TestFile read(YamlNode document, Schema schema, Diagnostics diagnostics) {
    return MappingReader.open(document, "a test file", KEYS, diagnostics)
        .map(new TestFileReader(schema, diagnostics)::file)
        .orElse(new TestFile(List.of()));
  }

  private TestFile file(MappingReader reader) {
    reader.entries("subjects").forEach(subjects::fixture);
    reader.entries("resources").forEach(resources::fixture);
    Attributes context =
        new PropertyReader(diagnostics)
            .read(reader.entries("context"), "the context", Optional.of(schema.context()));
    var tests = new TestCaseReader(schema, subjects, resources, now(reader), context, diagnostics);
    reader.requiredNode("tests");
    return new TestFile(tests(reader, tests));
  }

  private Instant now(MappingReader reader) {
    Optional<Located<String>> written = reader.text("now");
    Optional<Instant> now = written.map(text -> text.value()).map(Rfc3339::parse);
    if (written.isPresent() && now.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          written.get().span(),
          "`now` must be a time like `2026-01-01T00:00:00Z`");
    }
    return now.orElse(TestFile.DEFAULT_NOW);
  }

  private List<TestCase> tests(MappingReader reader, TestCaseReader cases) {
    var tests = new ArrayList<TestCase>();
    var lines = new HashMap<String, Integer>();
    for (YamlNode item : reader.items("tests")) {
      Optional<TestCase> test = cases.read(item);
      test.ifPresent(tests::add);
      test.map(TestCase::name).ifPresent(name -> checkNew(name, lines));
    }
    return tests;
  }

  private void checkNew(Located<String> name, Map<String, Integer> lines) {
    Integer first = lines.putIfAbsent(name.value(), name.span().line());
    if (first != null) {
      diagnostics.report(
          DiagnosticCode.DUPLICATE_NAME,
          name.span(),
          "duplicate test `" + name.value() + "`; the first one is in line " + first);
    }
  }
}
