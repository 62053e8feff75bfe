package dev.verdict.server.command.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.CommittedFolder;
import dev.verdict.server.command.SmallRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiffCommandTest {

  @TempDir private Path temporary;
  private SmallRepository before;
  private SmallRepository after;

  @BeforeEach
  void writeTwice() {
    before = SmallRepository.in(temporary.resolve("before"));
    after = SmallRepository.in(temporary.resolve("after"));
  }

  @Test
  void whatSaysTheSameHasNoChange() {
    after.write(
        "document.policy.yaml",
        "# another comment\n"
            + SmallRepository.POLICY.replace("[read, delete]", "[ read,  delete ]"));

    assertThat(diff())
        .isEqualTo(new CommandRun(0, "0 changes; 0 of 3 questions answered otherwise\n", ""));
  }

  @Test
  void aChangedConditionIsSaidInWordsWithTheQuestionsThatItAnswersOtherwise() {
    after.write(
        "document.policy.yaml",
        SmallRepository.POLICY.replace("resource.locked ?? false", "resource.locked ?? true"));

    CommandRun run = diff();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            changed   rule `document/locked` (document.policy.yaml:10)
                      `when` is `resource.locked ?? true`, was `resource.locked ?? false`
            answer    `the owner reads` (tests/document.test.yaml:8)
                      was permit: rule `owner-reads` permits this
                        code        permitted
                        rule        `owner-reads` (document.policy.yaml:4)
                        fields      all but `secret`
                        obligation  {"audit":{"level":"required"}}
                      is  deny: the document is locked
                        code        denied_by_rule
                        rule        `locked` (document.policy.yaml:10)
            answer    `others do not` (tests/document.test.yaml:9)
                      was deny: no rule permits this
                        code        no_rule_matched
                      is  deny: the document is locked
                        code        denied_by_rule
                        rule        `locked` (document.policy.yaml:10)
            1 change; 2 of 3 questions answered otherwise
            """);
  }

  @Test
  void anotherReasonBesideTheFirstIsAnotherAnswer() {
    String second = "  - { deny: read, id: second, when: resource.locked ?? false, because: %s }\n";
    before.write("document.policy.yaml", SmallRepository.POLICY + second.formatted("old words"));
    after.write("document.policy.yaml", SmallRepository.POLICY + second.formatted("new words"));

    CommandRun run = diff();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "answer    `locked is locked` ",
            "  also        old words, rule `second`",
            "  also        new words, rule `second`",
            "1 change; 1 of 3 questions answered otherwise\n");
  }

  @Test
  void theOrderOfObligationsIsNoOtherAnswer() {
    String both =
        SmallRepository.POLICY.replace("- audit: { level: required }", "- %s\n      - %s");
    before.write("document.policy.yaml", both.formatted("first", "second"));
    after.write("document.policy.yaml", both.formatted("second", "first"));

    assertThat(diff().out()).endsWith("1 change; 0 of 3 questions answered otherwise\n");
  }

  @Test
  void whatIsNewAndWhatIsGoneIsNamedWithItsKind() {
    before.write("data/people.yaml", "subjects: { user: { alice: { tenant: acme } } }\n");
    after.write(
        "schema.yaml",
        """
        subjects:
          user: { attributes: { tenant: string, level: int? } }
        resources:
          document:
            actions: [read, delete, print]
            attributes: { tenant: string, owner: string, locked: bool?, secret: string? }
        """);
    after.write("roles.yaml", "roles: { printer: {} }\n");
    after.write(
        "document.policy.yaml",
        SmallRepository.POLICY + "  - { permit: print, id: printers-print, roles: [printer] }\n");
    after.write("verdict.yaml", "unknown-properties: deny\n");

    CommandRun run = diff();

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .contains(
            "added     setting `unknown-properties` (verdict.yaml:1): deny\n",
            "added     subject attribute `user.level` (schema.yaml:2): int?\n",
            "added     action `document: print` (schema.yaml:5)\n",
            "added     role `printer` (roles.yaml:1)\n",
            "added     rule `document/printers-print` (document.policy.yaml:14): permit: print, roles:"
                + " [printer]\n",
            "removed   stored entity `subjects user alice` (data/people.yaml:1): tenant: acme\n");
  }

  @Test
  void theQuestionsOfBothSidesAreAsked() {
    before.write("tests/more.test.yaml", test("earlier", "alice"));
    after.write("tests/more.test.yaml", test("later", "bob"));
    after.write(
        "document.policy.yaml",
        SmallRepository.POLICY.replace("resource.owner == subject.id", "subject.id == 'bob'"));

    CommandRun run = diff();

    assertThat(run.out())
        .contains("answer    `earlier` (earlier tests, tests/more.test.yaml:2)")
        .contains("answer    `later` (tests/more.test.yaml:2)")
        .contains("of 5 questions answered otherwise\n");
  }

  private static String test(String name, String id) {
    return """
    tests:
      - name: %s
        subject: { type: user, id: %s, tenant: acme }
        action: read
        resource: { type: document, id: d, tenant: acme, owner: alice }
        expect: permit
    """
        .formatted(name, id);
  }

  @Test
  void programsGetTheSameAsJson() {
    after.write(
        "document.policy.yaml",
        SmallRepository.POLICY.replace("resource.locked ?? false", "resource.locked ?? true"));

    assertThat(CommandRun.of("diff", "--output=json", before.folder(), after.folder()).out())
        .startsWith(
            "{\"questions\":3,\"changes\":[{\"change\":\"changed\",\"kind\":\"rule\",\"name\":"
                + "\"document/locked\",\"file\":\"document.policy.yaml\",\"line\":10,\"parts\":[{"
                + "\"part\":\"when\",\"before\":\"resource.locked ?? false\",\"after\":"
                + "\"resource.locked ?? true\"}]}],\"answers\":[{\"test\":\"the owner reads\","
                + "\"tests\":\"later\",\"seenByCallers\":true,")
        .contains("\"before\":{\"decision\":true,", "\"after\":{\"decision\":false,");
  }

  @Test
  void revisionsAreReadWithoutACheckout() throws IOException {
    Path top = Files.createDirectories(temporary.resolve("top"));
    SmallRepository policies = SmallRepository.in(top.resolve("policies"));
    CommittedFolder.commit(top);
    policies.write(
        "document.policy.yaml", SmallRepository.POLICY.replace("locked ??", "locked  ??"));
    CommittedFolder.commit(top);
    policies.write("document.policy.yaml", "broken: [");

    assertThat(CommandRun.of("diff", "HEAD~1", "main", "--directory", policies.folder()).out())
        .startsWith("changed   rule `document/locked`")
        .endsWith("1 change; 0 of 3 questions answered otherwise\n");
  }

  @Test
  void aRevisionThatIsNotThereIsAFailureInOneLine() {
    CommittedFolder.commit(temporary);

    CommandRun run =
        CommandRun.of("diff", "nowhere", before.folder(), "--directory", "" + temporary);

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            "verdict diff: `nowhere` cannot be read: there is no such revision, and no such"
                + " folder\n");
  }

  @Test
  void policiesWithErrorsAreNotCompared() {
    after.write("roles.yaml", "roles: [\n");

    CommandRun run = diff();

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("roles.yaml:", "have errors, so nothing is compared");
  }

  private CommandRun diff() {
    return CommandRun.of("diff", before.folder(), after.folder());
  }
}
