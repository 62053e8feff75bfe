package dev.verdict.policy.file.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.data.StoredEntity;
import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.schema.SchemaReader;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.yaml.Yaml;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataReaderTest {

  private static final Schema SCHEMA =
      SchemaReader.read(
              Yaml.parse(
                  "schema.yaml",
                  """
                  subjects:
                    user:
                      attributes:
                        limit: int
                        badge: { type: string, from: request }
                  resources:
                    doc:
                      tenant-isolated: false
                      actions: read
                      attributes: { tags: set<string> }
                  """),
              new Diagnostics())
          .orElseThrow();

  private final Diagnostics diagnostics = new Diagnostics();

  private StoredAttributes read(String... texts) {
    return DataReader.read(
        IntStream.range(0, texts.length).mapToObj(i -> Yaml.parse("data/" + i + ".yaml", texts[i])),
        SCHEMA,
        diagnostics);
  }

  private List<DiagnosticCode> codes() {
    return diagnostics.sorted().stream().map(Diagnostic::code).toList();
  }

  @Test
  void severalFilesAddUp() {
    StoredAttributes stored =
        read(
            "subjects: { user: { alice: { limit: 5, roles: [admin] } } }",
            """
            subjects: { user: { bob: { limit: 7 } } }
            resources: { doc: { 1: { tags: [a] } } }
            """);

    assertThat(codes()).isEmpty();
    assertThat(stored.ofSubject("user", "alice").attributes().names())
        .containsExactly("limit", "roles");
    assertThat(stored.ofSubject("user", "bob").getOr("limit", null)).isEqualTo(new Value.Whole(7));
    assertThat(stored.ofResource("doc", "1").getOr("tags", null))
        .isEqualTo(new Value.Sequence(List.of(new Value.Text("a"))));
    assertThat(stored.ofSubject("user", "carol")).isEqualTo(StoredEntity.NONE);
  }

  @Test
  void whatTheSchemaDoesNotKnowIsReported() {
    read("subjects: { usr: {}, user: { alice: { limt: 5 } } }", "resources: { user: {} }");

    assertThat(codes())
        .containsExactly(
            DiagnosticCode.UNKNOWN_SUBJECT_TYPE,
            DiagnosticCode.UNKNOWN_ATTRIBUTE,
            DiagnosticCode.UNKNOWN_RESOURCE_TYPE);
  }

  @Test
  void aValueOfAnotherTypeIsReportedAndNotRepeated() {
    read("subjects: { user: { alice: { limit: 'secret' } } }");

    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::message)
        .containsExactly("`limit` must be a value of type `int`");
  }

  @Test
  void whatComesWithTheRequestOnlyMayNotBeStored() {
    read("subjects: { user: { alice: { badge: x } } }");

    assertThat(codes()).containsExactly(DiagnosticCode.WRONG_SHAPE);
  }

  @Test
  void anEntityIsDescribedOnce() {
    read("subjects: { user: { a: { limit: 1 } } }", "subjects: { user: { a: { limit: 2 } } }");

    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::message)
        .containsExactly("the subject `a` is already described at data/0.yaml:1:21");
  }

  @Test
  void anEmptyIdIsReported() {
    read("subjects: { user: { '': { limit: 1 } } }");

    assertThat(codes()).containsExactly(DiagnosticCode.WRONG_SHAPE);
  }
}
