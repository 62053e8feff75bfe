package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code tests/*.test.yaml}. */
public final class TestFileReader {

  private static final List<String> KEYS =
      List.of("now", Fixtures.SUBJECTS, Fixtures.RESOURCES, "context", "tests", "matrices");

  private final Fixtures shared;
  private final Schema schema;
  private final Diagnostics diagnostics;

  private TestFileReader(Fixtures shared, Schema schema, Diagnostics diagnostics) {
    this.shared = shared;
    this.schema = schema;
    this.diagnostics = diagnostics;
  }

  /**
   * The tests of a file. What cannot be read is reported and left out.
   *
   * @param shared fixtures that the tests may name beside those of the file
   */
  public static TestFile read(
      YamlNode document, Fixtures shared, Schema schema, Diagnostics diagnostics) {
    return MappingReader.open(document, "a test file", KEYS, diagnostics)
        .map(new TestFileReader(shared, schema, diagnostics)::file)
        .orElse(new TestFile(List.of()));
  }

  private TestFile file(MappingReader reader) {
    Fixtures fixtures = shared.and(reader);
    TestDefaults defaults =
        new TestDefaults(TestFile.DEFAULT_NOW, Attributes.NONE).of(reader, schema, diagnostics);
    if (!reader.has("matrices")) {
      reader.requiredNode("tests");
    }
    return new TestFile(tests(reader, fixtures, defaults));
  }

  private List<TestCase> tests(MappingReader reader, Fixtures fixtures, TestDefaults defaults) {
    var cases = new TestCaseReader(schema, fixtures, defaults, diagnostics);
    var matrices = new MatrixReader(schema, fixtures, defaults, diagnostics);
    var tests = new ArrayList<TestCase>();
    for (YamlNode item : reader.items("tests")) {
      cases.read(item).ifPresent(tests::add);
    }
    for (YamlNode item : reader.items("matrices")) {
      tests.addAll(matrices.read(item));
    }
    var lines = new HashMap<String, Integer>();
    tests.forEach(test -> checkNew(test.name(), lines));
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
