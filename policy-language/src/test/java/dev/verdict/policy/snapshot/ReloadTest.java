package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.source.SourceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a rule depends on: an edit of it takes effect although the rule's file is the same. */
class ReloadTest {

  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("verdict.yaml", "unknown-properties: explain\nundeclared-names: [scopes, tenants]\n");
    FILES.put(
        "schema.yaml",
        """
        subjects:
          user: { attributes: { tenant: string, level: int?, groups: set<ref<group>>? } }
        entities: { group: { in: [group] } }
        resources:
          doc:
            actions: [read, write]
            attributes: { tenant: string, owner: string, secret: string?, in: ref<group>? }
          tool:
            tenant-isolated: false
            actions: { open: true, look: {} }
            attributes: { owner: string }
        """);
    FILES.put(
        "roles.yaml",
        """
        roles: { admin: { includes: [editor] }, editor: {}, viewer: {} }
        derived: { owner: { resources: [doc], when: resource.owner == subject.id } }
        """);
    FILES.put("shared.let.yaml", "variables: shared\nlet: { high: (subject.level ?? 0) > 2 }\n");
    FILES.put(
        "data/all.yaml",
        """
        subjects: { user: { ann: { level: 3 } } }
        entities: { group: { inner: { in: outer } } }
        """);
    FILES.put(
        "grants.yaml",
        """
        grants:
          - id: help
            subjects: { type: user, tenant: globex }
            tenant: acme
            resources: [doc]
            actions: [read]
            until: 2030-01-01T00:00:00Z
            because: support
        """);
    FILES.put(
        "doc.policy.yaml",
        """
        policy: doc
        resource: doc
        import: [shared]
        tenants-may-permit: [write]
        rules:
          - { permit: read, id: all-read }
          - { permit: write, id: editors, roles: [editor], when: high }
          - { permit: write, id: owners, roles: [owner] }
          - { permit: read, id: inside, when: "has(resource.in) && within(resource.in, 'outer')" }
        """);
    FILES.put(
        "tool.policy.yaml", "policy: tool\nresource: tool\nrules: [{ permit: '*', id: a }]\n");
    FILES.put(
        "stop.policy.yaml", "policy: stop\nresource: tool\nrules: [{ deny: run/x, id: stop }]\n");
    FILES.put(
        "tenants/acme/doc.policy.yaml",
        "policy: own\nresource: doc\nrules: [{ permit: write, id: viewers, roles: [viewer] }]\n");
    FILES.put("tests/fixtures.yaml", "subjects: { ann: { type: user, id: ann, tenant: acme } }\n");
    FILES.put(
        "tests/doc.test.yaml",
        """
        tests:
          - name: ann reads
            subject: ann
            action: read
            resource: { type: doc, id: d, tenant: acme, owner: bob }
            expect: permit
        """);
  }

  private static final List<AccessRequest> QUESTIONS = questions();

  private static List<AccessRequest> questions() {
    var questions = new ArrayList<AccessRequest>();
    for (String id : List.of("ann", "bob")) {
      for (String tenant : List.of("acme", "globex")) {
        for (String role : List.of("admin", "editor", "viewer")) {
          var subject =
              new Entity("user", id, attributes("tenant", tenant, "roles", List.of(role)));
          for (String action : List.of("read", "write", "run/x", "run/y")) {
            questions.add(
                request(subject, action, "doc", "tenant", "acme", "owner", "bob", "in", "inner"));
            questions.add(request(subject, action, "doc", "tenant", "acme", "owner", "x", "x", 1));
            questions.add(request(subject, action, "tool", "owner", "bob"));
          }
        }
      }
    }
    return questions;
  }

  private static AccessRequest request(
      Entity subject, String action, String type, Object... properties) {
    return new AccessRequest(
        subject,
        new Action(action),
        new Entity(type, "r", attributes(properties)),
        attributes(),
        Instant.parse("2026-03-01T12:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "verdict.yaml | unknown-properties: explain | unknown-properties: deny",
        "verdict.yaml | [scopes, tenants] | [scopes]",
        "schema.yaml | level: int? | level: string?",
        "schema.yaml | secret: string? | 'secret: { type: string?, sensitive: true }'",
        "schema.yaml | { open: true, look: {} } | [look]",
        "roles.yaml | includes: [editor] | includes: []",
        "roles.yaml | editor: {} | 'editor: { deprecated: gone }'",
        "roles.yaml | resource.owner == | resource.owner !=",
        "shared.let.yaml | > 2 | > 3",
        "shared.let.yaml | let: { | let: { idle: subject.id == 'x', ",
        "data/all.yaml | level: 3 | level: 2",
        "data/all.yaml | in: outer | in: other",
        "grants.yaml | actions: [read] | actions: [write]",
        "grants.yaml | tenant: globex | tenant: nowhere",
        "doc.policy.yaml | permit: read, id: all-read | deny: read, id: all-read",
        "doc.policy.yaml | tenants-may-permit: [write] | tenants-may-permit: [read]",
        "stop.policy.yaml | run/x | run/*",
        "tool.policy.yaml | '*' | look",
        "tenants/acme/doc.policy.yaml | viewer] | editor]",
        "tests/fixtures.yaml | tenant: acme | tenant: globex1",
        "tests/doc.test.yaml | expect: permit | expect: deny",
      })
  void anEditTakesEffect(String path, String from, String to) {
    var edited = new LinkedHashMap<>(FILES);
    edited.put(path, FILES.getOrDefault(path, "").replace(from, unquoted(to)));
    comesOut(edited);
  }

  private static String unquoted(String text) {
    return text.startsWith("'") && text.length() > 3 && text.endsWith("'")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  @ParameterizedTest
  @CsvSource({
    "roles.yaml",
    "shared.let.yaml",
    "data/all.yaml",
    "grants.yaml",
    "doc.policy.yaml",
    "stop.policy.yaml",
    "tenants/acme/doc.policy.yaml",
    "tests/fixtures.yaml",
    "tests/doc.test.yaml"
  })
  void aFileThatIsGoneIsGone(String path) {
    var edited = new LinkedHashMap<>(FILES);
    edited.remove(path);
    comesOut(edited);
  }

  @Test
  void aPolicyOfAnotherTenantIsNoLongerThatOfTheFirst() {
    var edited = new LinkedHashMap<>(FILES);
    edited.put(
        "tenants/other/doc.policy.yaml",
        Optional.ofNullable(edited.remove("tenants/acme/doc.policy.yaml")).orElseThrow());
    comesOut(edited);
  }

  @Test
  void otherLimitsTakeEffect() {
    var memory = new LoadMemory();
    load(FILES, LoadOptions.DEFAULT, memory);

    Limits small = Limits.STANDARD.with(Limit.RULES, 3);
    assertThat(load(FILES, LoadOptions.DEFAULT.within(small), memory).report())
        .contains("(limit 3)");
  }

  @Test
  void everyDecisionNamesTheRevisionThatItWasMadeBy() {
    var memory = new LoadMemory();
    SnapshotLoader.load(files(FILES), "first", LoadOptions.DEFAULT, LoadListener.SILENT, memory);
    Snapshot second =
        SnapshotLoader.load(
                files(FILES), "second", LoadOptions.DEFAULT, LoadListener.SILENT, memory)
            .snapshot()
            .orElseThrow();

    assertThat(QUESTIONS)
        .allSatisfy(each -> assertThat(second.decide(each).revision()).isEqualTo("second"));
  }

  @Test
  void aRejectedStateLeavesTheMemoryAsItWas() {
    var memory = new LoadMemory();
    load(FILES, LoadOptions.DEFAULT, memory);
    var broken = new LinkedHashMap<>(FILES);
    broken.put("roles.yaml", "roles: [");
    broken.put("doc.policy.yaml", "policy: doc\n");
    assertThat(load(broken, LoadOptions.DEFAULT, memory).snapshot()).isEmpty();

    assertThat(compiled(FILES, memory)).isEmpty();
    assertThat(fingerprint(load(FILES, LoadOptions.DEFAULT, memory)))
        .isEqualTo(fingerprint(load(FILES, LoadOptions.DEFAULT, new LoadMemory())));
  }

  @ParameterizedTest
  @CsvSource({
    "doc.policy.yaml, doc",
    "tenants/acme/doc.policy.yaml, doc",
    "tool.policy.yaml, tool",
    "roles.yaml, doc tool",
    "schema.yaml, doc tool",
    "shared.let.yaml, doc tool",
    "data/all.yaml, doc tool",
    "tests/doc.test.yaml, ''",
    "tests/fixtures.yaml, ''",
    "verdict.yaml, ''"
  })
  void onlyWhatAnEditTouchesIsCompiledAgain(String path, String types) {
    var memory = new LoadMemory();
    load(FILES, LoadOptions.DEFAULT, memory);
    var edited = new LinkedHashMap<>(FILES);
    edited.put(path, FILES.getOrDefault(path, "") + "# a remark\n");

    assertThat(String.join(" ", compiled(edited, memory))).isEqualTo(types);
  }

  /** The resource types that a load compiles anew, sorted. */
  private static Set<String> compiled(Map<String, String> files, LoadMemory memory) {
    var compiled = new TreeSet<String>();
    SnapshotLoader.load(
        files(files),
        "r",
        LoadOptions.DEFAULT,
        stage -> compiled.addAll(memory.compile().compiled()),
        memory);
    return compiled;
  }

  /** As from nothing, and not as it was. */
  private static void comesOut(Map<String, String> edited) {
    var memory = new LoadMemory();
    LoadResult before = load(FILES, LoadOptions.DEFAULT, memory);
    assertThat(before.snapshot()).as(before.report()).isPresent();
    String expected = fingerprint(load(edited, LoadOptions.DEFAULT, new LoadMemory()));
    assertThat(expected).as("the edit").isNotEqualTo(fingerprint(before));

    assertThat(fingerprint(load(edited, LoadOptions.DEFAULT, memory))).isEqualTo(expected);
  }

  private static LoadResult load(
      Map<String, String> files, LoadOptions options, LoadMemory memory) {
    return SnapshotLoader.load(files(files), "r", options, LoadListener.SILENT, memory);
  }

  private static List<SourceFile> files(Map<String, String> files) {
    return files.entrySet().stream()
        .map(file -> new SourceFile(file.getKey(), file.getValue()))
        .toList();
  }

  /** All that can be seen of a load. */
  private static String fingerprint(LoadResult result) {
    var seen = new StringBuilder(result.report());
    result.tests().forEach(test -> seen.append(test.name()).append(test.passed()).append('\n'));
    result
        .snapshot()
        .ifPresent(
            snapshot -> {
              seen.append(snapshot.contents()).append('\n');
              for (AccessRequest question : QUESTIONS) {
                Decision decision = snapshot.decide(question);
                seen.append(decision).append(snapshot.steps(question)).append('\n');
                seen.append(ExplanationText.tree(snapshot.explain(question))).append('\n');
              }
            });
    return seen.toString();
  }
}
