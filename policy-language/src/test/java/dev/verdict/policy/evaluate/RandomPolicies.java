package dev.verdict.policy.evaluate;

import dev.verdict.policy.check.PolicyChecker;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.BecauseDeclaration;
import dev.verdict.policy.file.DerivedRoleDeclaration;
import dev.verdict.policy.file.ExpressionReader;
import dev.verdict.policy.file.FieldsDeclaration;
import dev.verdict.policy.file.GrantDeclaration;
import dev.verdict.policy.file.NameKind;
import dev.verdict.policy.file.ObligationDeclaration;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.PropertyDeclaration;
import dev.verdict.policy.file.RoleDeclaration;
import dev.verdict.policy.file.RolesFile;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.file.ScopesDeclaration;
import dev.verdict.policy.file.TargetDeclaration;
import dev.verdict.policy.file.VariableDeclaration;
import dev.verdict.policy.file.VariablesFile;
import dev.verdict.policy.file.WrittenExpression;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.source.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes policies over {@link Samples} with all that a rule may have. */
final class RandomPolicies {

  private static final String FILE = "random.policy.yaml";

  private final Random random;

  /**
   * Whether most conditions ask what something lies in: so many that an index finds their rules.
   */
  private boolean within;

  private int line;
  private boolean open;

  RandomPolicies(Random random) {
    this.random = random;
  }

  CheckedPolicySet next() {
    open = random.nextInt(3) == 0;
    var rules = new ArrayList<RuleDeclaration>();
    within = random.nextInt(4) == 0;
    int count = within ? 5 + random.nextInt(25) : 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      rules.add(rule("rule-" + i));
    }
    boolean isolated = random.nextBoolean();
    return checked(
        rules, isolated ? overlays() : List.of(), isolated ? grants() : List.of(), isolated);
  }

  private List<GrantDeclaration> grants() {
    var grants = new ArrayList<GrantDeclaration>();
    for (int i = random.nextInt(7); i > 0; i--) {
      boolean fromFirst = random.nextBoolean();
      grants.add(
          new GrantDeclaration(
              located("grant-" + i),
              new GrantDeclaration.Subjects(
                  located(random.nextBoolean() ? "agent" : "user"),
                  located(Samples.TENANTS.get(fromFirst ? 0 : 1)),
                  random.nextInt(3) == 0 ? List.of(located("alice"), located("a")) : List.of(),
                  random.nextInt(3) == 0 ? some(Samples.ROLES, 1) : List.of()),
              located(Samples.TENANTS.get(fromFirst ? 1 : 0)),
              List.of(located("document")),
              open && random.nextBoolean()
                  ? List.of(located("tool/y"), located("zap"))
                  : some(Samples.ACTIONS, 1),
              Samples.VALIDITIES.get(random.nextInt(Samples.VALIDITIES.size()))));
    }
    return grants;
  }

  private List<PolicyFile> overlays() {
    var overlays = new ArrayList<PolicyFile>();
    for (String tenant : Samples.TENANTS) {
      if (random.nextBoolean()) {
        var rules = new ArrayList<RuleDeclaration>();
        for (int i = random.nextInt(4); i >= 0; i--) {
          rules.add(rule(tenant + "-rule-" + i));
        }
        overlays.add(file(Optional.of(tenant), List.of(), rules));
      }
    }
    return overlays;
  }

  /** One rule that permits users everything where a condition holds. */
  static CheckedPolicySet ofOneRule(String condition) {
    var diagnostics = new Diagnostics();
    CheckedPolicySet checked = ofOneRule(condition, diagnostics);
    return withoutErrors(checked, diagnostics, condition);
  }

  /** Empty where the checker does not accept the condition. */
  static Optional<CheckedPolicySet> ofOneRuleIfAccepted(String condition) {
    var diagnostics = new Diagnostics();
    CheckedPolicySet checked = ofOneRule(condition, diagnostics);
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(checked);
  }

  private static CheckedPolicySet ofOneRule(String condition, Diagnostics diagnostics) {
    var policies = new RandomPolicies(new Random(0));
    RuleDeclaration rule =
        policies.rule(
            "only",
            Effect.PERMIT,
            List.of(policies.located("*")),
            List.of(policies.located("user")),
            Optional.of(policies.written(condition, diagnostics)));
    return policies.check(
        List.of(policies.file(Optional.empty(), List.of(), List.of(rule))),
        List.of(),
        Samples.schema(false),
        Samples.hierarchyAlone(),
        diagnostics);
  }

  private CheckedPolicySet checked(
      List<RuleDeclaration> rules,
      List<PolicyFile> overlays,
      List<GrantDeclaration> grants,
      boolean isolated) {
    var files = new ArrayList<>(overlays);
    files.add(file(Optional.empty(), isolated ? List.of(located("*")) : List.of(), rules));
    var diagnostics = new Diagnostics();
    Schema schema = Samples.schema(isolated, open, random);
    CheckedPolicySet checked =
        check(files, grants, schema, Samples.data(schema, random), diagnostics);
    return withoutErrors(checked, diagnostics, files);
  }

  private CheckedPolicySet check(
      List<PolicyFile> files,
      List<GrantDeclaration> grants,
      Schema schema,
      StoredAttributes data,
      Diagnostics diagnostics) {
    return PolicyChecker.check(
        new PolicyDeclarations(
            files, List.of(common()), roles(), grants, Set.of(NameKind.values())),
        schema,
        data,
        diagnostics);
  }

  private static CheckedPolicySet withoutErrors(
      CheckedPolicySet checked, Diagnostics diagnostics, Object of) {
    if (diagnostics.hasErrors()) {
      throw new AssertionError(diagnostics.sorted() + " in " + of);
    }
    return checked;
  }

  /** Some of the sample roles include others, and some a subject has by a condition. */
  private Optional<RolesFile> roles() {
    var roles = new ArrayList<RoleDeclaration>();
    for (int i = 0; i < Samples.ROLES.size(); i++) {
      roles.add(
          new RoleDeclaration(
              located(Samples.ROLES.get(i)),
              random.nextBoolean() ? included(i + 1) : List.of(),
              Optional.empty()));
    }
    var derived = new ArrayList<DerivedRoleDeclaration>();
    for (String name : Samples.DERIVED_ROLES) {
      boolean usersOnly = random.nextBoolean();
      derived.add(
          new DerivedRoleDeclaration(
              located(name),
              List.of(located("document")),
              usersOnly ? List.of(located("user")) : List.of(),
              random.nextInt(3) == 0 ? some(Samples.ROLES, 1) : List.of(),
              expression(
                  new RandomConditions(random, !usersOnly)
                      .flag(random.nextInt(3))
                      .replace("isOwner", "resource.owner == subject.id")),
              random.nextInt(3) == 0 ? included(0) : List.of(),
              Optional.empty()));
    }
    return Optional.of(new RolesFile(roles, derived, Optional.empty()));
  }

  private List<Located<String>> included(int from) {
    return some(Samples.ROLES.subList(from, Samples.ROLES.size()), 0);
  }

  private PolicyFile file(
      Optional<String> tenant, List<Located<String>> opened, List<RuleDeclaration> rules) {
    boolean imports = random.nextBoolean();
    return new PolicyFile(
        tenant,
        located("random"),
        located("document"),
        opened,
        imports ? List.of(located("common")) : List.of(),
        imports ? List.of() : List.of(isOwner()),
        rules);
  }

  private VariablesFile common() {
    return new VariablesFile(Optional.empty(), located("common"), List.of(isOwner()));
  }

  private VariableDeclaration isOwner() {
    return new VariableDeclaration(located("isOwner"), expression("resource.owner == subject.id"));
  }

  private RuleDeclaration rule(String id) {
    Effect effect = random.nextInt(3) == 0 ? Effect.DENY : Effect.PERMIT;
    boolean usersOnly = random.nextBoolean();
    boolean ofActors = random.nextInt(5) == 0;
    return new RuleDeclaration(
        located(id),
        effect,
        target(usersOnly, ofActors),
        random.nextInt(6) == 0
            ? Optional.empty()
            : Optional.of(expression(condition(usersOnly, ofActors))),
        random.nextInt(3) == 0 ? Optional.of(because(id, usersOnly)) : Optional.empty(),
        fields(),
        random.nextInt(4) == 0
            ? List.of(new ObligationDeclaration(located("note-" + id), properties(usersOnly)))
            : List.of(),
        List.of(),
        new Span(FILE, ++line, 1, 1));
  }

  private BecauseDeclaration because(String id, boolean usersOnly) {
    return random.nextInt(4) == 0
        ? new BecauseDeclaration.Sentence(located("so says " + id))
        : new BecauseDeclaration.Computed(
            expression(new RandomConditions(random, !usersOnly).because()));
  }

  /** In a rule about actors some of what is asked of the subject is asked of the actor. */
  private String condition(boolean usersOnly, boolean ofActors) {
    var conditions = new RandomConditions(random, !usersOnly);
    String condition = within ? conditions.within() : conditions.flag(random.nextInt(4));
    return ofActors && random.nextBoolean()
        ? condition.replaceAll("subject\\.(name|id|level)", "actor.$1")
        : condition;
  }

  private List<PropertyDeclaration> properties(boolean usersOnly) {
    var conditions = new RandomConditions(random, !usersOnly);
    return switch (random.nextInt(3)) {
      case 0 -> List.of();
      case 1 -> List.of(new PropertyDeclaration.Constant("level", new Value.Text("high")));
      default ->
          List.of(
              new PropertyDeclaration.Constant("level", new Value.Whole(1)),
              new PropertyDeclaration.Computed("flag", expression(conditions.flag(1))),
              new PropertyDeclaration.Computed(
                  "value",
                  expression(
                      List.of("resource.owner", "resource.amount", "resource.tags", "subject.level")
                          .get(random.nextInt(4)))));
    };
  }

  private TargetDeclaration target(boolean usersOnly, boolean ofActors) {
    return new TargetDeclaration(
        actions(),
        usersOnly ? List.of(located("user")) : List.of(),
        ofActors ? List.of(located("agent")) : List.of(),
        random.nextInt(3) == 0 ? someRoles() : List.of(),
        new ScopesDeclaration(
            random.nextInt(5) == 0 ? some(Samples.SCOPES, 0) : List.of(),
            random.nextInt(5) == 0 ? some(Samples.SCOPES, 0) : List.of()),
        random.nextInt(4) == 0 ? validity() : Validity.ALWAYS);
  }

  private List<Located<String>> someRoles() {
    List<Located<String>> roles = some(Samples.ROLES, 0);
    if (random.nextBoolean()) {
      roles.addAll(some(Samples.DERIVED_ROLES, 1));
    }
    return roles;
  }

  private List<Located<String>> actions() {
    if (open && random.nextBoolean()) {
      return some(Samples.FOREIGN_ACTIONS, 1);
    }
    return switch (random.nextInt(6)) {
      case 0 -> List.of(located("*"));
      case 1 -> List.of(located("file:*"), located("read"));
      default -> some(Samples.ACTIONS, 1);
    };
  }

  /** Begins and ends about the time of the requests, now and then on the instant. */
  private Validity validity() {
    Instant from = RandomRequests.NOW.plusNanos(random.nextInt(4) - 2);
    return new Validity(
        random.nextBoolean() ? Optional.of(from) : Optional.empty(),
        random.nextBoolean()
            ? Optional.of(from.plusNanos(1 + random.nextInt(2)))
            : Optional.empty());
  }

  private RuleDeclaration rule(
      String id,
      Effect effect,
      List<Located<String>> actions,
      List<Located<String>> subjectTypes,
      Optional<WrittenExpression> condition) {
    return new RuleDeclaration(
        located(id),
        effect,
        new TargetDeclaration(
            actions,
            subjectTypes,
            List.of(),
            List.of(),
            new ScopesDeclaration(List.of(), List.of()),
            Validity.ALWAYS),
        condition,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        new Span(FILE, ++line, 1, 1));
  }

  private Optional<FieldsDeclaration> fields() {
    return random.nextInt(4) == 0
        ? Optional.of(
            new FieldsDeclaration(
                random.nextBoolean(), some(List.of("owner", "amount", "tags"), 1)))
        : Optional.empty();
  }

  private List<Located<String>> some(List<String> names, int least) {
    List<Located<String>> chosen =
        new ArrayList<>(
            names.stream().filter(name -> random.nextBoolean()).map(this::located).toList());
    if (chosen.size() < least) {
      chosen.add(located(names.get(0)));
    }
    return chosen;
  }

  private Located<String> located(String name) {
    return new Located<>(name, new Span(FILE, ++line, 1, 1));
  }

  private WrittenExpression expression(String text) {
    var diagnostics = new Diagnostics();
    WrittenExpression written = written(open ? aboutNames(text) : text, diagnostics);
    if (diagnostics.hasErrors()) {
      throw new AssertionError("unreadable: " + text);
    }
    return written;
  }

  /** Of an open set only declared actions have attributes, and all have a name. */
  private static String aboutNames(String condition) {
    return condition.replace(
        "(action.soft ?? false)", "(action.name =~ ['read', 'file:zap', 'tool/deep/y'])");
  }

  private WrittenExpression written(String text, Diagnostics diagnostics) {
    return new ExpressionReader(diagnostics)
        .read(MappedText.verbatim(text, new Span(FILE, ++line, 1, 1)));
  }
}
