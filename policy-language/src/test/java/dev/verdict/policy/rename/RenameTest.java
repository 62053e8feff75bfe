package dev.verdict.policy.rename;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A name is renamed wherever it is meant and nowhere else, or nothing is. */
class RenameTest {

  private static final String SCHEMA =
      """
      types:
        Address: { zip: string, owner: string? }
      entities:
        folder: { in: [folder] }
        user: { in: [folder] }
      subjects:
        user: { attributes: { tenant: string, level: int, owner: string? } }
        robot: { attributes: { level: int, maker: ref<user>? } }
      resources:
        invoice:
          actions: { read: {}, approve: { attributes: { soft: bool? } }, update: { writes: true } }
          attributes:
            tenant: string
            status: enum(draft, sent)
            owner: ref<user>
            kind: string?     # as written
            home: Address?
        payment:
          tenant-isolated: false
          actions: [read, "files/open", files/list]
          attributes: { status: string, owner: string?, "x-team": string?, places: list<Address> }
      context: { channel: string? }
      """;

  private final Map<String, String> files = new TreeMap<>(Map.of("schema.yaml", SCHEMA));

  @Test
  void anAttributeIsRenamedInTheRulesOfItsTypeOnly() {
    invoices("resource.status == 'draft' && (resource.kind ?? 'status') == 'status'");
    payments("resource.status == 'draft'");

    rename(RenameKind.ATTRIBUTE, "invoice.status", "state");

    assertThat(files.get("invoice.policy.yaml"))
        .contains("resource.state == 'draft' && (resource.kind ?? 'status') == 'status'");
    assertThat(files.get("payment.policy.yaml")).contains("resource.status == 'draft'");
    assertThat(files.get("schema.yaml"))
        .contains("state: enum(draft, sent)", "attributes: { status: string");
  }

  @Test
  void aNameIsRenamedInEveryPartOfTheSchema() {
    files.put(
        "archive.schema.yaml",
        """
        resources:
          archive: { tenant-isolated: false, actions: [read], attributes: { first: ref<invoice>? } }
        """);
    invoices("resource.status == 'draft'");

    rename(RenameKind.TYPE, "invoice", "bill");

    assertThat(files.get("archive.schema.yaml")).contains("first: ref<bill>?");
    assertThat(files.get("schema.yaml")).contains("  bill:");
  }

  @Test
  void commentsLayoutAndQuotesStay() {
    files.put(
        "invoice.policy.yaml",
        """
        policy: invoice   # kind
        resource: invoice
        rules:
          - permit:   [ read ]
            id: kind
            when: >-
              (resource.kind ?? 'kind')
                == "kind"   &&
              has( resource . kind )
          - {permit: read, id: b, when: '(resource.kind ?? ''x'') == ''kind'''}
          - permit: read
            id: c
            when: "has(resource.'kind')"
        """);
    String before = files.get("invoice.policy.yaml");

    rename(RenameKind.ATTRIBUTE, "invoice.kind", "sort");

    assertThat(files.get("invoice.policy.yaml"))
        .isEqualTo(
            before
                .replace("resource.kind", "resource.sort")
                .replace("resource . kind", "resource . sort")
                .replace("resource.'kind'", "resource.'sort'"));
  }

  @Test
  void aNameThatNeedsQuotesGetsThem() {
    files.put(
        "invoice.policy.yaml",
        """
        policy: invoice
        resource: invoice
        rules:
          - { permit: read, id: a, when: has(resource.kind), fields: [kind, owner] }
          - { permit: read, id: b, when: '(resource.kind ?? ''x'') == ''kind''' }
          - { permit: read, id: c, when: "(resource.kind ?? \\"x\\") == 'kind'" }
          - permit: read
            id: d
            when: has(resource.kind)
        """);
    String before = files.get("invoice.policy.yaml");

    rename(RenameKind.ATTRIBUTE, "invoice.kind", "Kind, of: it");

    assertThat(files.get("invoice.policy.yaml"))
        .contains(
            "when: \"has(resource.'Kind, of: it')\", fields: [\"Kind, of: it\", owner] }",
            "when: '(resource.\"Kind, of: it\" ?? ''x'') == ''kind''' }",
            "when: \"(resource.'Kind, of: it' ?? \\\"x\\\") == 'kind'\" }",
            "    when: \"has(resource.'Kind, of: it')\"\n");
    assertThat(files.get("schema.yaml")).contains("      \"Kind, of: it\": string?     # as");

    rename(RenameKind.ATTRIBUTE, "invoice.Kind, of: it", "kind");

    assertThat(files.get("invoice.policy.yaml")).isEqualTo(before);
    assertThat(files.get("schema.yaml")).isEqualTo(SCHEMA);
  }

  @Test
  void quotesThatOnlyTheOldNameNeededGo() {
    payments("has(resource.'x-team')");

    rename(RenameKind.ATTRIBUTE, "payment.x-team", "team");

    assertThat(files.get("payment.policy.yaml")).contains("has(resource.team)");
    assertThat(files.get("schema.yaml")).contains("\"team\": string?");
  }

  @Test
  void aMemberIsFollowedThroughAttributesVariablesAndElements() {
    files.put(
        "payment.policy.yaml",
        """
        policy: payment
        resource: payment
        let:
          all: resource.places
          some: any(all, p, p.zip == 'zip')
        rules:
          - { permit: [read, 'files/*'], id: a, when: "some && all(all, zip, zip.zip != 'x')" }
        """);
    files.put(
        "invoice.policy.yaml",
        """
        policy: invoice
        resource: invoice
        let: { home: resource.home }
        rules:
          - { permit: '*', id: a, when: has(home) && (resource.home?.owner ?? home.zip) == 'zip' }
        """);
    files.put(
        "tests/a.test.yaml",
        """
        subjects: { u: { type: robot, level: 1 } }
        resources: { p: { type: payment, status: zip, places: [{ zip: zip }] } }
        tests:
          - { name: zip, subject: u, action: read, resource: p, expect: permit }
        """);

    rename(RenameKind.ATTRIBUTE, "Address.zip", "code");

    assertThat(files.get("payment.policy.yaml"))
        .contains("p.code == 'zip'", "all(all, zip, zip.code != 'x')");
    assertThat(files.get("invoice.policy.yaml")).contains("resource.home?.owner ?? home.code)");
    assertThat(files.get("tests/a.test.yaml")).contains("status: zip, places: [{ code: zip }]");
    assertThat(files.get("schema.yaml")).contains("Address: { code: string, owner");
  }

  @Test
  void aTypeIsRenamedAsSubjectEntityReferenceAndText() {
    invoices(
        "resource.owner == ref('user', 'user') && subject.type =~ ['user', 'robot'] && kind",
        "kind: (resource.kind ?? 'user') == 'user'");
    files.put(
        "data/all.yaml",
        """
        subjects: { user: { user: { level: 2 } } }
        entities:
          user: { user: { in: [user] } }
        """);
    files.put(
        "grants.yaml",
        """
        grants:
          - id: user
            subjects: { type: user, tenant: user }
            tenant: acme
            resources: [invoice]
            actions: [read]
            until: 2026-04-01T00:00:00Z
            because: the user
        """);
    files.put(
        "tests/a.test.yaml",
        """
        subjects: { user: { type: user, tenant: a, level: 2, owner: user } }
        tests:
          - name: user
            subject: user
            action: read
            resource:
              { type: invoice, id: i, tenant: a, status: sent, owner: { type: user, id: user } }
            expect: permit
        """);

    rename(RenameKind.TYPE, "user", "App::Person");

    assertThat(files.get("invoice.policy.yaml"))
        .contains(
            "ref('App::Person', 'user')",
            "['App::Person', 'robot']",
            "(resource.kind ?? 'user') == 'user'");
    assertThat(files.get("schema.yaml"))
        .contains(
            "  App::Person: { in: [folder] }", "App::Person: { attributes", "ref<App::Person>?");
    assertThat(files.get("data/all.yaml"))
        .contains("{ App::Person: { user:", "App::Person: { user: { in: [user] }");
    assertThat(files.get("grants.yaml"))
        .contains("id: user\n", "{ type: App::Person, tenant: user }");
    assertThat(files.get("tests/a.test.yaml"))
        .contains("user: { type: App::Person,", "owner: { type: App::Person, id: user }");
  }

  @Test
  void anActionIsRenamedInRulesTestsMatricesAndTexts() {
    files.put(
        "invoice.policy.yaml",
        """
        policy: invoice
        resource: invoice
        tenants-may-permit: [approve]
        let: { done: "'approve'" }
        rules:
          - { permit: [read, approve], id: approve, when: "action.name != done" }
          - { permit: approve, id: b, when: "action.name == 'approve'", because: approve }
        """);
    payments("resource.status != 'approve'");
    files.put(
        "tests/a.test.yaml",
        """
        subjects: { u: { type: user, tenant: a, level: 1 } }
        resources: { i: { type: invoice, tenant: a, status: sent, owner: approve } }
        tests:
          - name: approve
            subject: u
            action: { name: approve, soft: true }
            resource: i
            expect: permit
        matrices:
          - name: m
            subjects: [u]
            actions: [read, approve]
            resources: [i]
            permit: { u: { i: [approve, read] } }
        """);

    rename(RenameKind.ACTION, "approve", "sign");

    assertThat(files.get("invoice.policy.yaml"))
        .contains(
            "tenants-may-permit: [sign]",
            "done: \"'sign'\"",
            "permit: [read, sign], id: approve,",
            "permit: sign, id: b, when: \"action.name == 'sign'\", because: approve");
    assertThat(files.get("payment.policy.yaml")).contains("'approve'");
    assertThat(files.get("tests/a.test.yaml"))
        .contains(
            "owner: approve", "{ name: sign, soft: true }", "[read, sign]", "i: [sign, read]");
  }

  @Test
  void aRoleIsRenamedInRolesRulesDataAndConditions() {
    files.put(
        "roles.yaml",
        """
        roles: { boss: { includes: [clerk] }, clerk: {} }
        derived:
          own:
            resources: [invoice]
            roles: [clerk]
            when: resource.owner == ref('user', subject.id)
        """);
    files.put(
        "invoice.policy.yaml",
        """
        policy: invoice
        resource: invoice
        let: { clerks: "['clerk', 'boss']" }
        rules:
          - permit: '*'
            id: clerk
            roles: [clerk, own]
            when: >-
              has(subject.roles) && ('clerk' =~ subject.roles || containsAny(subject.roles, clerks)
              || any(subject.roles, r, r == 'clerk')) && (resource.kind ?? 'clerk') != 'boss'
        """);
    files.put("data/a.yaml", "subjects: { user: { clerk: { roles: [clerk] } } }\n");

    rename(RenameKind.ROLE, "clerk", "desk clerk");

    assertThat(files.get("roles.yaml"))
        .contains("includes: [desk clerk] }, desk clerk: {}", "roles: [desk clerk]");
    assertThat(files.get("invoice.policy.yaml"))
        .contains(
            "clerks: \"['desk clerk', 'boss']\"",
            "id: clerk\n",
            "roles: [desk clerk, own]",
            "('desk clerk' =~ subject.roles",
            "r == 'desk clerk'",
            "?? 'clerk') != 'boss'");
    assertThat(files.get("data/a.yaml")).contains("{ clerk: { roles: [desk clerk] } }");
  }

  @Test
  void theAttributesThatAnActionChangesAreNamesOfAttributes() {
    invoices(
        "action.name != 'update' || has(action.fields) && 'kind' =~ action.fields"
            + " && 'kind' != (resource.kind ?? '')");
    files.put(
        "tests/a.test.yaml",
        """
        subjects: { u: { type: user, tenant: a, level: 1 } }
        resources: { i: { type: invoice, tenant: a, status: sent, owner: kind } }
        tests:
          - name: kind
            subject: u
            action: { name: update, fields: [kind] }
            resource: i
            expect: permit
            fields: { except: [owner] }
        """);
    files.computeIfPresent(
        "invoice.policy.yaml",
        (path, text) -> text.replace("    when:", "    fields: { except: [owner] }\n    when:"));

    rename(RenameKind.ATTRIBUTE, "invoice.kind", "sort");
    rename(RenameKind.ATTRIBUTE, "invoice.owner", "holder");

    assertThat(files.get("invoice.policy.yaml"))
        .contains("'sort' =~ action.fields && 'kind' != (resource.sort ??", "{ except: [holder] }");
    assertThat(files.get("tests/a.test.yaml"))
        .contains("holder: kind }", "fields: [sort] }", "fields: { except: [holder] }");
  }

  @Test
  void sharedFixturesAreRenamedAndTellWhatTheTestsOfOtherFilesAreAbout() {
    invoices("(resource.kind ?? '') == 'kind'");
    files.put(
        "tests/fixtures.yaml",
        """
        subjects: { u: { type: user, tenant: a, level: 1 } }
        resources: { i: { type: invoice, tenant: a, status: sent, owner: u, kind: kind } }
        """);
    files.put(
        "tests/a.test.yaml",
        "tests: [{ name: a, subject: u, action: read, resource: i, expect: permit, fields: [kind] }]");
    files.computeIfPresent(
        "invoice.policy.yaml",
        (path, text) -> text.replace("    when:", "    fields: [kind]\n    when:"));

    rename(RenameKind.ATTRIBUTE, "invoice.kind", "sort");

    assertThat(files.get("tests/fixtures.yaml")).contains("owner: u, sort: kind }");
    assertThat(files.get("tests/a.test.yaml")).contains("fields: [sort] }");
  }

  @Test
  void aVariableThatNoRuleUsesIsRenamedToo() {
    files.put(
        "dates.let.yaml", "variables: dates\nlet: { a: \"(resource.kind ?? '') == 'kind'\" }\n");
    files.put("other.let.yaml", "variables: other\nlet: { b: has(resource.kind) }\n");
    invoices("a");
    files.computeIfPresent(
        "invoice.policy.yaml", (path, text) -> text.replace("rules:", "import: [dates]\nrules:"));

    rename(RenameKind.ATTRIBUTE, "kind", "sort");

    assertThat(files.get("dates.let.yaml")).contains("(resource.sort ?? '') == 'kind'");
    assertThat(files.get("other.let.yaml")).contains("has(resource.sort)");
  }

  @Test
  void aScopeOfTheContextOrAnAttributeOfAnActionIsRenamed() {
    files.put("roles.yaml", "scopes: [docs]\n");
    invoices("(action.soft ?? false) && (context.channel ?? '') == 'docs'");
    files.computeIfPresent(
        "invoice.policy.yaml",
        (path, text) ->
            text.replace("permit: '*'", "permit: approve\n    scopes: { any: [docs] }"));

    rename(RenameKind.SCOPE, "docs", "docs:all");
    rename(RenameKind.ATTRIBUTE, "context.channel", "size");
    rename(RenameKind.ATTRIBUTE, "invoice.approve.soft", "gentle");

    assertThat(files.get("roles.yaml")).contains("[docs:all]");
    assertThat(files.get("invoice.policy.yaml"))
        .contains("any: [docs:all]", "(action.gentle ?? false) && (context.size ?? '') == 'docs'");
    assertThat(files.get("schema.yaml"))
        .contains("{ gentle: bool? }", "context: { size: string? }");
  }

  @Test
  void recordTypesAreTypesToo() {
    rename(RenameKind.TYPE, "Address", "Anschrift");

    assertThat(files.get("schema.yaml"))
        .contains("  Anschrift: { zip", "home: Anschrift?", "list<Anschrift> }");
  }

  @Test
  void everyLineEndAndTheByteOrderMarkStay() {
    files.put("schema.yaml", "\uFEFF" + SCHEMA.replace("\n", "\r\n"));

    rename(RenameKind.ATTRIBUTE, "invoice.kind", "sort");

    assertThat(files.get("schema.yaml"))
        .isEqualTo("\uFEFF" + SCHEMA.replace("kind:", "sort:").replace("\n", "\r\n"));
  }

  @Test
  void whatCannotBeMeantIsRefusedWithAdvice() {
    assertThat(refusal(RenameKind.ATTRIBUTE, "invoice.statsu", "a"))
        .isEqualTo("there is no attribute `invoice.statsu`; did you mean `invoice.status`?");
    assertThat(refusal(RenameKind.ATTRIBUTE, "status", "a"))
        .isEqualTo(
            "`status` may be `invoice.status`, `payment.status`; name one of them, or all with"
                + " `--all`");
    assertThat(refusal(RenameKind.ATTRIBUTE, "invoice.id", "a"))
        .isEqualTo("`invoice.id` is built in and cannot be called otherwise");
    assertThat(refusal(RenameKind.ATTRIBUTE, "user.roles", "a")).contains("is built in");
    assertThat(refusal(RenameKind.ACTION, "sign", "a"))
        .startsWith("there is no action `sign`; there is `approve`, ");
    assertThat(refusal(RenameKind.ROLE, "admin", "a")).isEqualTo("there is no role `admin`");
  }

  @Test
  void aNewNameThatCannotBeHadIsRefused() {
    assertThat(refusal(RenameKind.ATTRIBUTE, "invoice.kind", "owner"))
        .isEqualTo("there is an attribute `invoice.owner` already");
    assertThat(refusal(RenameKind.ATTRIBUTE, "invoice.kind", "Ow-ner"))
        .contains("would be mistaken for `invoice.owner`");
    assertThat(refusal(RenameKind.TYPE, "invoice", "User")).contains("mistaken for `user`");
    assertThat(refusal(RenameKind.ATTRIBUTE, "invoice.kind", "type")).contains("built in");
    assertThat(refusal(RenameKind.ATTRIBUTE, "robot.level", "roles")).contains("built in");
    assertThat(refusal(RenameKind.ATTRIBUTE, "invoice.kind", "it's")).contains("cannot be a name");
    assertThat(refusal(RenameKind.ACTION, "approve", "a b")).contains("cannot be a name");
    assertThat(refusal(RenameKind.TYPE, "Address", "and")).contains("condition language");
    assertThat(refusal(RenameKind.ATTRIBUTE, "invoice.kind", "kind")).contains("already");
    assertThat(refusal(RenameKind.ATTRIBUTE, "invoice.kind", "invoice.sort"))
        .isEqualTo("give the new name alone: `sort`");
    assertThat(refusal(RenameKind.ATTRIBUTE, "invoice.tenant", "org"))
        .contains("holds the tenant because it is called so; write `tenant: tenant`");
    assertThat(refusal(RenameKind.ATTRIBUTE, "robot.level", "tenant")).contains("holds its tenant");
  }

  @Test
  void aNameThatDiffersFromTheOldOneInCaseOnlyIsFree() {
    rename(RenameKind.ATTRIBUTE, "invoice.kind", "Kind");

    assertThat(files.get("schema.yaml")).contains("      Kind: string?");
  }

  @Test
  void aRuleOverSeveralTypesThatShareTheAttributeIsInTheWayUnlessAllAreRenamed() {
    invoices("subject.level > 1");

    assertThat(refused(RenameKind.ATTRIBUTE, "user.level", "rank"))
        .isEqualTo(
            new RenameOutcome.Refused(
                "some places mean something else as well; say them apart, or rename all with"
                    + " `--all`",
                List.of(
                    new Remark(
                        new Span("invoice.policy.yaml", 6, 19, 5),
                        "this is also the attribute `robot.level`"))));

    renameAll(RenameKind.ATTRIBUTE, "user.level", "rank");

    assertThat(files.get("invoice.policy.yaml")).contains("subject.rank > 1");
    assertThat(files.get("schema.yaml")).contains("rank: int, owner", "{ rank: int, maker");
  }

  @Test
  void aTextThatIsANameHereAndNoneThereIsInTheWay() {
    invoices("action.name == word && (resource.kind ?? '') != word", "word: \"'read'\"");

    assertThat(refused(RenameKind.ACTION, "invoice.read", "see").remarks())
        .extracting(Remark::sentence)
        .containsExactly("this is also a text that is no name");
  }

  @Test
  void aPatternThatTheNewNameDoesNotPassAsTheOldOneDidIsInTheWay() {
    files.put(
        "payment.policy.yaml",
        """
        policy: payment
        resource: payment
        rules:
          - { permit: files/*, id: a, when: "action.name =^ 'files'" }
          - { permit: read, id: b, when: "matches(action.name, 'r.*')" }
        """);

    assertThat(refused(RenameKind.ACTION, "files/open", "open").remarks())
        .extracting(Remark::toString)
        .hasSize(3)
        .anyMatch(text -> text.contains("`files/*` looks at the letters"));
    assertThat(refused(RenameKind.ACTION, "files/open", "files/see").remarks()).hasSize(1);
    files.computeIfPresent(
        "payment.policy.yaml", (path, text) -> text.replace("matches(action.name, 'r.*')", "true"));

    rename(RenameKind.ACTION, "files/open", "files/see");

    assertThat(files.get("schema.yaml")).contains("[read, \"files/see\", files/list]");
  }

  @Test
  void anActionThatNothingDeclaresIsRenamedInAnOpenSet() {
    files.put(
        "schema.yaml",
        SCHEMA.replace(
            "actions: [read, \"files/open\", files/list]", "actions: { open: true, read: {} }"));
    files.put(
        "payment.policy.yaml",
        """
        policy: payment
        resource: payment
        rules:
          - { permit: [read, 'git/*'], id: a, when: "action.name != 'git/push'" }
          - { deny: [git/push, 'ops/*'], id: b }
        """);
    files.put(
        "tests/a.test.yaml",
        """
        subjects: { u: { type: robot, level: 1 } }
        tests:
          - name: git/push
            subject: u
            action: git/push
            resource: { type: payment, id: p, status: git/push }
            expect: deny
        """);

    assertThat(refusal(RenameKind.ACTION, "payment.open", "a")).startsWith("there is no action");
    assertThat(refused(RenameKind.ACTION, "git/push", "push").remarks()).hasSize(1);
    rename(RenameKind.ACTION, "git/push", "git/send");

    assertThat(files.get("payment.policy.yaml"))
        .contains("action.name != 'git/send'", "[git/send, 'ops/*']");
    assertThat(files.get("tests/a.test.yaml"))
        .contains("name: git/push", "action: git/send", "status: git/push }");
  }

  @Test
  void whereNamesMeetOtherValuesIsToldAndWhatCallersSendAsWell() {
    files.put(
        "invoice.policy.yaml",
        """
        policy: invoice
        resource: invoice
        rules:
          - permit: '*'
            id: a
            when: (resource.kind ?? '') == action.name
            because: { expression: "concat(action.name, (resource.kind ?? 'approve'))" }
            obligations: [{ log: { what: { expression: action.name } } }]
        """);

    RenameOutcome.Done done = done(RenameKind.ACTION, "approve", "sign", false);

    assertThat(done.remarks())
        .extracting(Remark::sentence)
        .containsExactlyInAnyOrder(
            "`(resource.kind ?? '')` is compared with such names; what it holds is not renamed",
            "`action.name` sends the new name to callers",
            "`action.name` sends the new name to callers");
    assertThat(done.names())
        .containsExactly(
            new Renamed(
                RenameKind.ACTION,
                "invoice.approve",
                "sign",
                "requests have to ask for the action `sign` of `invoice`"));
  }

  @Test
  void aNameThatIsWrittenWithEscapesIsLeftToItsAuthor() {
    invoices("true");
    files.computeIfPresent(
        "invoice.policy.yaml",
        (path, text) -> text.replace("when: true", "when: \"has(resource.k\\u0069nd)\""));

    assertThat(refused(RenameKind.ATTRIBUTE, "invoice.kind", "sort").message())
        .isEqualTo("a name is written with escapes or over several lines; write it plainly first");
  }

  private void invoices(String condition, String... variables) {
    policy("invoice", condition, variables);
  }

  private void payments(String condition) {
    policy("payment", condition);
  }

  private void policy(String type, String condition, String... variables) {
    files.put(
        type + ".policy.yaml",
        "policy: p-"
            + type
            + "\nresource: "
            + type
            + "\n"
            + (variables.length == 0 ? "" : "let: { " + String.join(", ", variables) + " }\n")
            + "rules:\n  - permit: '*'\n    id: a\n    when: "
            + condition
            + "\n");
  }

  private void rename(RenameKind kind, String from, String to) {
    apply(done(kind, from, to, false));
  }

  private void renameAll(RenameKind kind, String from, String to) {
    apply(done(kind, from, to, true));
  }

  private void apply(RenameOutcome.Done done) {
    done.files().forEach(file -> files.put(file.path(), file.after().text()));
    assertThat(load().snapshot()).isPresent();
  }

  private RenameOutcome.Done done(RenameKind kind, String from, String to, boolean all) {
    RenameOutcome outcome = outcome(kind, from, to, all);
    assertThat(outcome).isInstanceOf(RenameOutcome.Done.class);
    return (RenameOutcome.Done) outcome;
  }

  private String refusal(RenameKind kind, String from, String to) {
    return refused(kind, from, to).message();
  }

  private RenameOutcome.Refused refused(RenameKind kind, String from, String to) {
    RenameOutcome outcome = outcome(kind, from, to, false);
    assertThat(outcome).isInstanceOf(RenameOutcome.Refused.class);
    return (RenameOutcome.Refused) outcome;
  }

  private RenameOutcome outcome(RenameKind kind, String from, String to, boolean all) {
    LoadResult loaded = load();
    assertThat(loaded.snapshot()).as(loaded.report()).isPresent();
    return Rename.of(sources(), new RenameRequest(kind, from, to, all));
  }

  private LoadResult load() {
    return SnapshotLoader.load(sources(), "r");
  }

  private List<SourceFile> sources() {
    return files.entrySet().stream()
        .map(file -> new SourceFile(file.getKey(), file.getValue()))
        .toList();
  }
}
