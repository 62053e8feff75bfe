package dev.verdict.policy.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Severity;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema takes the types that the reader takes, and refuses those that it refuses. */
class EditorTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bool",
        "string",
        "int",
        "decimal",
        "timestamp",
        "duration",
        "ip",
        "cidr",
        "int?",
        " int ? ",
        "ref<user>",
        "ref< mcp-tool >?",
        "set<string>",
        "set< ref<user> >?",
        "list<cidr>",
        "list<ref<mcp-tool>>",
        "enum(draft, sent)",
        "enum(größe, b c:/-.)?",
      })
  void whatTheReaderTakesIsRight(String type) {
    assertThat(isRead(schema(type))).isTrue();
    assertThat(isRight(schema(type))).isTrue();
    assertThat(isRight(withRecords(type))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Address", "Address?", "list<Address>", "list< box >?", "box", "money"})
  void aRecordIsRightWhereThereAreRecords(String type) {
    assertThat(isRead(withRecords(type))).isTrue();
    assertThat(isRight(withRecords(type))).isTrue();
    assertThat(isRead(schema(type))).isFalse();
    assertThat(isRight(schema(type))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "string[]",
        "[string]",
        "boolean",
        "Boolean",
        "integer?",
        "int3",
        "int64",
        "String",
        "Number",
        "float",
        "double",
        "enum",
        "enum()",
        "enum(a,)",
        "enum(a",
        "set",
        "list",
        "ref",
        "ref<>",
        "set<>",
        "set<Address>",
        "set<set<int>>",
        "set<enum(a, b)>",
        "list<boolean>",
        "list<int",
        "map<string, int>",
        "string??",
        "?",
      })
  void whatIsNoTypeIsWrong(String type) {
    assertThat(isRead(schema(type))).isFalse();
    assertThat(isRight(schema(type))).isFalse();
    assertThat(isRead(withRecords(type))).isFalse();
    assertThat(isRight(withRecords(type))).isFalse();
  }

  /** Else the schema could not refuse a type of another language as long as there are records. */
  @ParameterizedTest
  @ValueSource(strings = {"int", "Int", "int64", "String", "boolean", "Number", "float32", "Enum"})
  void aRecordIsNotCalledLikeAType(String name) {
    String schema = "{ types: { " + name + ": { a: int } }, subjects: {}, resources: {} }";

    assertThat(isRead(schema)).isFalse();
    assertThat(isRight(schema)).isFalse();
  }

  @Test
  void attributesOfActionsSubjectsAndTheContextHaveTypesToo() {
    for (String text :
        List.of(
            "{ subjects: { u: { attributes: { x: HERE } } }, resources: {} }",
            "{ subjects: {}, resources: { r: { actions: { a: { attributes: { x: HERE } } } } } }",
            "{ subjects: {}, resources: {}, context: { x: { type: HERE } } }",
            "{ types: { A: { x: HERE } }, subjects: {}, resources: {} }")) {
      assertThat(isRight(text.replace("HERE", "int?"))).as(text).isTrue();
      assertThat(isRight(text.replace("HERE", "integer"))).as(text).isFalse();
    }
  }

  private static String withRecords(String type) {
    return "types: { Address: { zip: string }, box: { a: int }, money: { b: int } }\n"
        + schema(type);
  }

  private static String schema(String type) {
    return """
    entities: { user: {}, mcp-tool: {} }
    subjects: {}
    resources:
      r:
        tenant-isolated: false
        actions: [a]
        attributes: { x: "%1$s", y: { type: "%1$s" } }
    """
        .formatted(type);
  }

  private static boolean isRead(String schema) {
    return SnapshotLoader.load(List.of(new SourceFile("schema.yaml", schema)), "r1")
        .diagnostics()
        .stream()
        .noneMatch(found -> found.severity() == Severity.ERROR);
  }

  private static boolean isRight(String schema) {
    return EditorSchemasTest.validate(EditorSchema.SCHEMA, schema).isEmpty();
  }
}
