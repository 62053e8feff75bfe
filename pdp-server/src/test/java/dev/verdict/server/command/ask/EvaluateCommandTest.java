package dev.verdict.server.command.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.SmallRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCommandTest {

  private static final String[] ALICE = {
    "--subject=user:alice", "--subject-property=tenant=acme", "--action=read"
  };
  private static final String[] HER_DOCUMENT = {
    "--resource=document:7", "--resource-property=tenant=acme", "--resource-property=owner=alice",
  };

  @TempDir private Path temporary;

  @Test
  void aPermitSaysWhatItGrantsAndWhichRuleGaveIt() {
    CommandRun run = run("evaluate", ALICE, HER_DOCUMENT);

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .startsWith("permit: ")
        .containsPattern("code +permitted\n")
        .containsPattern("rule +`owner-reads` \\(document.policy.yaml:\\d\\)\n")
        .containsPattern("fields +all but `secret`\n")
        .containsPattern("obligation +\\{\"audit\":\\{\"level\":\"required\"}}\n")
        .containsPattern("revision +\\S+\n");
  }

  @Test
  void fixturesOfTheTestsAreAskedAboutByName() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("named"));
    String[] question = {
      "evaluate", repository.folder(), "--subject=alice", "--action=read", "--resource=hers"
    };

    assertThat(CommandRun.of(question).out()).startsWith("permit: ");
    question[2] = "--subject=bob";
    assertThat(CommandRun.of(question).out()).startsWith("deny: no rule permits this");
    question[0] = "explain";
    question[4] = "--resource=locked";
    assertThat(CommandRun.of(question).out()).startsWith("deny: the document is locked");
  }

  @Test
  void sharedFixturesAreAskedAboutByNameToo() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("shared"));
    repository.write(
        "tests/fixtures.yaml",
        "resources: { theirs: { type: document, id: '9', tenant: acme, owner: alice } }\n");

    assertThat(evaluate(repository, "alice", "theirs").out()).startsWith("permit: ");
  }

  @Test
  void aNameThatTwoFilesGiveToDifferentThingsIsAUsageErrorThatNamesBothPlaces() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("ambiguous"));
    String document = "tests: []\nresources:\n  theirs: { type: document, id: %s, tenant: acme }\n";
    repository.write("tests/a.test.yaml", document.formatted("'8'"));
    repository.write("tests/b.test.yaml", document.formatted("'9'"));

    CommandRun run = evaluate(repository, "alice", "theirs");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "the resource `theirs` is one thing at tests/a.test.yaml:3:3 and another at"
                + " tests/b.test.yaml:3:3");
    repository.write("tests/b.test.yaml", document.formatted("'8'"));
    assertThat(evaluate(repository, "alice", "theirs").err()).isEmpty();
  }

  private static CommandRun evaluate(SmallRepository repository, String subject, String resource) {
    return CommandRun.of(
        "evaluate",
        repository.folder(),
        "--subject=" + subject,
        "--action=read",
        "--resource=" + resource);
  }

  @Test
  void aPropertyTakesThePlaceOfThatOfAFixture() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("replaced"));

    assertThat(
            CommandRun.of(
                    "evaluate",
                    repository.folder(),
                    "--subject=alice",
                    "--action=read",
                    "--resource=locked",
                    "--resource-property=locked=false")
                .out())
        .startsWith("permit: ");
  }

  @Test
  void aNameThatIsNoFixtureIsAUsageErrorWithTheNearestOne() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("misspelt"));

    CommandRun run =
        CommandRun.of(
            "evaluate", repository.folder(), "--subject=alcie", "--action=read", "--resource=hers");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("--subject: unknown subject `alcie`; did you mean `alice`?")
        .contains("write it as `type:id`");
  }

  @Test
  void aDecisionCanBeMadeAsAtAnotherTime() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("timed"));
    repository.write(
        "document.policy.yaml",
        "{ policy: document, resource: document, rules: ["
            + "{ permit: read, id: last-year, valid: { until: 2026-01-01T00:00:00Z } }] }");
    repository.write("tests/document.test.yaml", "tests: []");
    String owner = "--resource-property=owner=alice";
    assertThat(ask("evaluate", repository, owner, "--now=2025-12-31T23:59:59Z").status())
        .isEqualTo(0);
    assertThat(ask("evaluate", repository, owner, "--now=2026-01-01T00:00:00Z").status())
        .isEqualTo(1);
    assertThat(ask("evaluate", repository, owner, "--now=yesterday").err())
        .contains("2026-01-01T00:00:00Z");
  }

  @Test
  void propertiesThatWereNotUsedAreNamed() {
    CommandRun run =
        run("evaluate", ALICE, HER_DOCUMENT, new String[] {"--subject-property=color=mauve"});

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .contains("  not used    subject.color, which the schema does not know\n")
        .doesNotContain("mauve");
  }

  @Test
  void aDenySaysWhichRuleAndWhy() {
    CommandRun run = run("evaluate", ALICE, HER_DOCUMENT, "--resource-property", "locked=true");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("deny: ")
        .contains("the document is locked")
        .contains("`locked` (document.policy.yaml:10)");
  }

  @Test
  void everyRuleThatDeniesIsToldAndNotOnlyTheFirst() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("several"));
    repository.write(
        "document.policy.yaml",
        "{ policy: document, resource: document, rules: ["
            + "{ deny: read, id: late, because: not at night },"
            + "{ deny: read, id: unpaid, because: the last bill is open }] }");
    repository.write("tests/document.test.yaml", "tests: []");

    assertThat(ask("evaluate", repository, "--output=text").out())
        .startsWith("deny: not at night\n")
        .containsPattern(
            "also +the last bill is open, rule `unpaid` \\(document.policy.yaml:1\\)\n");
    assertThat(ask("evaluate", repository, "--output=json").out())
        .contains(
            "\"otherReasons\":[{\"code\":\"denied_by_rule\",\"message\":\"the last bill is open\","
                + "\"policy\":\"document\",\"rule\":\"unpaid\"");
    assertThat(ask("explain", repository, "--output=text").out())
        .contains("also: the last bill is open\n");
  }

  @Test
  void jsonHasTheWholeDecision() {
    CommandRun run = run("evaluate", ALICE, HER_DOCUMENT, "--output", "json");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .contains("\"decision\":true")
        .contains("\"code\":\"permitted\"")
        .contains("\"rule\":\"owner-reads\"")
        .contains("\"except\":[\"secret\"]")
        .contains("\"level\":\"required\"");
  }

  @Test
  void aWriteStatesWhatItChangesAsAPropertyOfTheAction() {
    CommandRun granted = correcting("fields=[customer]");
    CommandRun notGranted = correcting("fields=[customer, amount]");

    assertThat(granted.status()).isEqualTo(0);
    assertThat(granted.out()).containsPattern("fields +`customer`\n");
    assertThat(notGranted.status()).isEqualTo(1);
    assertThat(notGranted.out())
        .contains("the action changes `amount`, which is not granted")
        .containsPattern("code +fields_not_granted\n");
  }

  private static CommandRun correcting(String fields) {
    return CommandRun.of(
        "evaluate",
        "../policies-examples/invoicing",
        "--subject=user:carol",
        "--action=update",
        "--resource=invoice:acme-1",
        "--action-property",
        fields);
  }

  @Test
  void aValueInQuotesIsText() {
    CommandRun run = run("evaluate", ALICE, HER_DOCUMENT, "--resource-property", "locked=\"true\"");

    assertThat(run.out()).contains("rule_error");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aRequestMayComeFromAFile() throws IOException {
    Path request = temporary.resolve("request.json");
    Files.writeString(
        request,
        """
        {"subject": {"type": "user", "id": "alice", "properties": {"tenant": "acme"}},
         "action": {"name": "read"},
         "resource": {"type": "document", "id": "7",
                      "properties": {"tenant": "acme", "owner": "alice"}}}
        """);

    CommandRun run = run("evaluate", new String[] {"--request", request.toString()});

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
  }

  @Test
  void aRequestThatIsNoRequestIsAUsageError() throws IOException {
    Path request = temporary.resolve("request.json");
    Files.writeString(request, "{\"action\": {\"name\": \"read\"}}");

    CommandRun run = run("evaluate", new String[] {"--request", request.toString()});

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("verdict evaluate: ").contains("`subject`");
  }

  @Test
  void aRequestFileThatIsNotThereIsAFailure() {
    CommandRun run = run("evaluate", new String[] {"--request", "/nowhere/request.json"});

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("`/nowhere/request.json` cannot be read");
  }

  @Test
  void aPropertyThatComesTwiceIsRefused() {
    CommandRun run = run("evaluate", ALICE, HER_DOCUMENT, "--resource-property", "owner=bob");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--resource-property gives `owner` twice");
  }

  @Test
  void aSubjectWithoutATypeIsExplained() {
    CommandRun run =
        run("evaluate", new String[] {"--subject=nobody", "--action=read"}, HER_DOCUMENT);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("write it as `type:id`");
  }

  @Test
  void aGrantThatWasTakenIsNamed() {
    String[] bob = {"--subject=user:bob", "--subject-property=tenant=auditors", "--action=read"};
    SmallRepository repository = withAuditors();

    assertThat(runIn(repository, "evaluate", bob, HER_DOCUMENT).out())
        .startsWith("deny: no rule permits this")
        .containsPattern("grant +`audit`\n");
    assertThat(runIn(repository, "explain", bob, HER_DOCUMENT).out())
        .contains("├── let across tenants by grant `audit`\n├── permit `owner-reads`");
    assertThat(
            runIn(repository, "evaluate", bob, HER_DOCUMENT, new String[] {"--output", "json"})
                .out())
        .contains("\"grants\":[\"audit\"]");
  }

  @Test
  void aGrantThatDoesNotApplyIsExplained() {
    String[] bob = {"--subject=user:bob", "--subject-property=tenant=auditors", "--action=delete"};
    SmallRepository repository = withAuditors();

    assertThat(runIn(repository, "explain", bob, HER_DOCUMENT).out())
        .contains(
            "│   └── grant `audit` does not apply: it is not for this action, but for `read`\n");
    assertThat(
            runIn(repository, "explain", bob, HER_DOCUMENT, new String[] {"--output", "json"})
                .out())
        .contains(
            "\"closedWays\":[{\"grant\":\"audit\",\"obstacles\":[\"it is not for this action, but"
                + " for `read`\"]}],\"rules\":[]");
  }

  @Test
  void policiesWithErrorsDecideNothing() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("document.policy.yaml", "policy: [");

    CommandRun run = runIn(repository, "evaluate", ALICE, HER_DOCUMENT);

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("document.policy.yaml:1").contains("nothing is decided");
  }

  @Test
  void anExplanationShowsEachRuleAndWhatSaidNo() {
    CommandRun run = run("explain", ALICE, HER_DOCUMENT);

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .startsWith("permit: ")
        .containsPattern("├── permit `owner-reads` \\(document.policy.yaml:\\d\\): matched\n")
        .containsPattern("└── deny `locked` \\(document.policy.yaml:10\\): did not match\n")
        .containsPattern("    └── .*\\(document.policy.yaml:12\\)\n");
  }

  @Test
  void anExplanationInJsonHasEachRule() {
    CommandRun run = run("explain", ALICE, HER_DOCUMENT, "--output", "json");

    assertThat(run.out())
        .contains("\"effect\":\"permit\"")
        .contains("\"match\":\"matched\"")
        .contains("\"match\":\"not_matched\"")
        .contains("\"line\":12");
  }

  private CommandRun run(String command, String[] subject, String[] resource, String... more) {
    return run(command, all(subject, resource, more));
  }

  private CommandRun run(String command, String[] arguments) {
    return runIn(SmallRepository.in(temporary.resolve("policies")), command, arguments);
  }

  private static CommandRun runIn(
      SmallRepository repository, String command, String[]... arguments) {
    return CommandRun.of(all(new String[] {command, repository.folder()}, all(arguments)));
  }

  private static String[] all(String[]... parts) {
    return Stream.of(parts).flatMap(Stream::of).toArray(String[]::new);
  }

  /** A repository with a grant that lets users of the auditors read. */
  private SmallRepository withAuditors() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write(
        "grants.yaml",
        """
        grants:
          - id: audit
            subjects: { type: user, tenant: auditors }
            tenant: acme
            resources: [document]
            actions: [read]
            until: 9999-12-31T00:00:00Z
            because: the yearly audit
        """);
    return repository;
  }

  /** Alice of acme wants to read document 7 of acme. */
  private static CommandRun ask(String command, SmallRepository repository, String... more) {
    var line =
        new ArrayList<>(
            List.of(
                command,
                repository.folder(),
                "--subject=user:alice",
                "--subject-property=tenant=acme",
                "--action=read",
                "--resource=document:7",
                "--resource-property=tenant=acme"));
    line.addAll(List.of(more));
    return CommandRun.of(line.toArray(new String[0]));
  }
}
