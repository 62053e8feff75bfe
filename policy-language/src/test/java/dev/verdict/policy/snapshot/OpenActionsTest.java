package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an open set of actions takes, and that no name walks past a rule that means it. */
class OpenActionsTest {

  private static final String SCHEMA =
      """
      subjects:
        agent: { attributes: { tenant: string } }
      resources:
        tool:
          actions: { open: true, delete: {}, save: { writes: true, attributes: { force: bool? } } }
          attributes: { tenant: string, owner: string, note: string? }
      """;

  private static final String BASE =
      """
      policy: tool
      resource: tool
      tenants-may-permit: ['git/*']
      rules:
        - permit: '*'
          id: all
        - deny: delete
          id: never-delete
        - deny: drop_table
          id: never-drop
        - deny: 'admin/*'
          id: never-admin
        - permit: 'admin/read/*'
          id: admin-reads
        - deny: '*'
          id: never-stop
          when: action.name == 'stop'
      """;

  private static final Evaluator EVALUATOR = repository(BASE).evaluator();

  private static Repository repository(String base) {
    return new Repository().with("schema.yaml", SCHEMA).with("tool.policy.yaml", base);
  }

  @Test
  void aNameThatNobodyMentionedIsPermittedByThePatternForIt() {
    Decision decision = decide("query");

    assertThat(decision.permitted()).isTrue();
    assertThat(rule(decision)).isEqualTo("all");
  }

  @Test
  void everyRuleWhoseListHasTheNameHasItsSay() {
    assertThat(rule(decide("admin/read/log"))).isEqualTo("never-admin");
    assertThat(rule(decide("admin/write"))).isEqualTo("never-admin");
    assertThat(rule(decide("delete"))).isEqualTo("never-delete");
    assertThat(rule(decide("drop_table"))).isEqualTo("never-drop");
    assertThat(rule(decide("stop"))).isEqualTo("never-stop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Delete",
        "DELETE",
        "de-lete",
        "delete_",
        "_delete",
        "d_e_l_e_t_e",
        "droptable",
        "Drop-Table",
        "dropTable",
        "drop_table-",
        "Stop",
        "st-op",
        "Sa_ve"
      })
  void anotherSpellingOfWhatIsNamedIsUnknownAndSaysOfWhat(String action) {
    Decision decision = decide(action);

    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().code()).isEqualTo(ReasonCode.UNKNOWN_ACTION);
    assertThat(decision.reason().message())
        .contains("`" + action + "`")
        .contains("only in upper and lower case, `-` or `_`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Admin/write",
        "ad-min/write",
        "admin_/write",
        "admin-/write",
        "ADMIN/read/log",
        "admin/Read/log",
        "admin/re_ad/x",
        "-admin/write"
      })
  void theBeginningOfAPatternInAnotherSpellingIsUnknown(String action) {
    assertThat(decide(action).reason().code()).isEqualTo(ReasonCode.UNKNOWN_ACTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin/../write",
        "./admin/write",
        "x/./y",
        "x/../admin/write",
        "/admin/write",
        "//admin",
        "x//y",
        "admin/",
        "x/",
        "x/.",
        "x/.."
      })
  void aPathWithSegmentsThatAreEmptyOrDotsIsUnknown(String action) {
    assertThat(decide(action).reason().code()).isEqualTo(ReasonCode.UNKNOWN_ACTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " delete",
        "delete ",
        "del ete",
        "delete\u200b",
        "d\u0435lete",
        "\uff44elete",
        "delete\u0301",
        "*",
        "admin/*",
        "git/*",
        "a*",
        "9lives",
        "-x",
        "a%2fb",
        "a\\b",
        "a;b",
        "a?b",
        "a#b",
        "\u212aelvin"
      })
  void aNameThatCouldNotBeDeclaredIsUnknown(String action) {
    assertThat(decide(action).reason().code()).isEqualTo(ReasonCode.UNKNOWN_ACTION);
  }

  @Test
  void aNameWithAControlCharacterIsNoRequest() {
    for (char control : new char[] {0, '\t', '\n', 127}) {
      assertThatThrownBy(() -> decide("delete" + control))
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void aNameIsNoLongerThanADeclaredOne() {
    assertThat(decide("x".repeat(128)).permitted()).isTrue();
    assertThat(decide("x".repeat(129)).reason().code()).isEqualTo(ReasonCode.UNKNOWN_ACTION);
  }

  @Test
  void aPatternWantsSomethingBehindItsSeparator() {
    Evaluator evaluator =
        repository(BASE.replace("'admin/*'", "'s3:*'").replace("'admin/read/*'", "'s3:Get:*'"))
            .evaluator();

    assertThat(rule(evaluator.decide(request("acme", "s3:Put")))).isEqualTo("never-admin");
    assertThat(rule(evaluator.decide(request("acme", "s3:-")))).isEqualTo("never-admin");
    assertThat(rule(evaluator.decide(request("acme", "s3:")))).isEqualTo("all");
    assertThat(evaluator.decide(request("acme", "S3:")).reason().code())
        .isEqualTo(ReasonCode.UNKNOWN_ACTION);
  }

  @Test
  void whatIsNotDeclaredToReadStandsBehindWhatIsGranted() {
    Evaluator evaluator =
        repository(
                BASE.replace(
                    "permit: '*'\n    id: all", "permit: '*'\n    id: all\n    fields: [note]"))
            .evaluator();

    assertThat(evaluator.decide(request("acme", "query")).reason().code())
        .isEqualTo(ReasonCode.FIELDS_NOT_GRANTED);
    assertThat(evaluator.decide(writing("query", "owner")).reason().code())
        .isEqualTo(ReasonCode.FIELDS_NOT_GRANTED);
    assertThat(evaluator.decide(writing("query", "note")).permitted()).isTrue();
    assertThat(evaluator.decide(writing("save", "owner")).reason().code())
        .isEqualTo(ReasonCode.FIELDS_NOT_GRANTED);
  }

  @Test
  void anActionThatIsDeclaredToReadNeedNotStateAnything() {
    Evaluator evaluator =
        repository(
                """
                policy: tool
                resource: tool
                rules:
                  - permit: delete
                    id: some
                    fields: [note]
                """)
            .evaluator();

    assertThat(evaluator.decide(request("acme", "delete")).permitted()).isTrue();
  }

  @Test
  void rulesReadWhatAnUndeclaredActionChanges() {
    Evaluator evaluator =
        repository(
                """
                policy: tool
                resource: tool
                rules:
                  - permit: 'git/*'
                    id: notes
                    when: has(action.fields) && 'note' =~ action.fields
                """)
            .evaluator();

    assertThat(evaluator.decide(writing("git/x", "note")).permitted()).isTrue();
    assertThat(evaluator.decide(writing("git/x", "owner")).permitted()).isFalse();
    assertThat(evaluator.decide(request("acme", "git/x")).permitted()).isFalse();
  }

  @Test
  void whatATenantMentionsIsRefusedInAnotherSpellingEverywhereAndPermitsNothing() {
    Evaluator evaluator =
        repository(BASE)
            .with("verdict.yaml", "{ format: 1, undeclared-names: [tenants] }")
            .with(
                "tenants/acme/tool.policy.yaml",
                """
                policy: tool
                resource: tool
                rules:
                  - deny: ['shell', 'db/*']
                    id: not-here
                  - permit: git/log
                    id: log
                """)
            .evaluator();

    assertThat(rule(evaluator.decide(request("acme", "shell")))).isEqualTo("not-here");
    assertThat(rule(evaluator.decide(request("acme", "db/drop")))).isEqualTo("not-here");
    assertThat(rule(evaluator.decide(request("globex", "shell")))).isEqualTo("all");
    for (String tenant : List.of("acme", "globex")) {
      for (String action : List.of("Shell", "sh_ell", "DB/drop", "git/Log")) {
        assertThat(evaluator.decide(request(tenant, action)).reason().code())
            .isEqualTo(ReasonCode.UNKNOWN_ACTION);
      }
    }
  }

  /** The overlays of both tenants import variables of one name, each its own. */
  @Test
  void aNameInTheVariablesOfATenantIsThatOfItsOwnFile() {
    Repository repository =
        repository(BASE).with("verdict.yaml", "{ format: 1, undeclared-names: [tenants] }");
    for (String[] own : new String[][] {{"acme", "halt"}, {"globex", "shutdown"}}) {
      repository
          .with(
              "tenants/" + own[0] + "/names.let.yaml",
              "variables: names\nlet: { ending: \"'" + own[1] + "'\" }\n")
          .with(
              "tenants/" + own[0] + "/tool.policy.yaml",
              """
              policy: tool
              resource: tool
              import: [names]
              rules:
                - deny: '*'
                  id: no-ending
                  when: action.name == ending
              """);
    }
    Evaluator evaluator = repository.evaluator();

    assertThat(rule(evaluator.decide(request("globex", "shutdown")))).isEqualTo("no-ending");
    for (String action : List.of("Halt", "Shutdown")) {
      assertThat(evaluator.decide(request("globex", action)).reason().code())
          .isEqualTo(ReasonCode.UNKNOWN_ACTION);
    }
  }

  @Test
  void anOverlayPermitsNoMoreThanTheBaseOpened() {
    LoadResult result =
        repository(BASE)
            .with("verdict.yaml", "{ format: 1, undeclared-names: [tenants] }")
            .with(
                "tenants/acme/tool.policy.yaml",
                """
                policy: tool
                resource: tool
                rules:
                  - permit: ['git/deep/*', 'git/log']
                    id: within
                  - permit: svn/log
                    id: beside
                  - permit: '*'
                    id: all
                """)
            .load();

    assertThat(result.snapshot()).isEmpty();
    assertThat(result.diagnostics())
        .extracting(finding -> finding.code().word() + " " + finding.span().line())
        .contains("overlay-widens 6", "overlay-widens 8")
        .doesNotContain("overlay-widens 4");
  }

  @Test
  void propertiesThatAnUndeclaredActionDoesNotHaveAreRefusedWhereAllAre() {
    Evaluator evaluator =
        repository(BASE)
            .with("verdict.yaml", "{ format: 1, unknown-properties: deny }")
            .evaluator();

    assertThat(evaluator.decide(writing("query", "note")).permitted()).isTrue();
    assertThat(
            evaluator.decide(request("acme", "query", attributes("force", true))).reason().code())
        .isEqualTo(ReasonCode.UNKNOWN_PROPERTY);
  }

  @Test
  void anExplanationOfAnUndeclaredActionTellsItsRules() {
    assertThat(EVALUATOR.explain(request("acme", "admin/read/log")).passes().get(0).rules())
        .extracting(trace -> trace.rule().rule())
        .containsExactlyInAnyOrder("all", "never-admin", "admin-reads", "never-stop");
  }

  private static Decision decide(String action) {
    return EVALUATOR.decide(request("acme", action));
  }

  private static String rule(Decision decision) {
    return decision.reason().rule().orElseThrow().rule();
  }

  private static AccessRequest writing(String action, String field) {
    return request("acme", action, attributes("fields", List.of(field)));
  }

  private static AccessRequest request(String tenant, String action) {
    return request(tenant, action, Attributes.NONE);
  }

  private static AccessRequest request(String tenant, String action, Attributes ofAction) {
    return new AccessRequest(
        new Entity("agent", "a", attributes("tenant", tenant)),
        new Action(action, ofAction),
        new Entity("tool", "t", attributes("tenant", tenant, "owner", "o")),
        Attributes.NONE,
        Instant.EPOCH);
  }
}
