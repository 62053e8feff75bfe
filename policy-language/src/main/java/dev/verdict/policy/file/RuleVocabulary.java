package dev.verdict.policy.file;

import dev.verdict.policy.yaml.Vocabulary;
import java.util.List;
import java.util.stream.Stream;

/** The keys of a rule, and what people write there who know other policy languages. */
final class RuleVocabulary {

  private static final String EFFECT =
      "the effect and its actions are one key: `permit: [read]` or `deny: [read]`";
  private static final String CONDITION = "write the condition in `when`";
  private static final String SUBJECTS =
      "a rule names types in `subjects: [user]`; which of them it is about, `when` says:"
          + " `subject.id == '..'`";
  private static final String RESOURCE =
      "the type stands once, in `resource` at the top of the file; which of them the rule is about,"
          + " `when` says";

  static final Vocabulary RULE =
      Vocabulary.of(
              Stream.of(
                      Stream.of("permit", "deny", "id"),
                      TargetReader.KEYS.stream(),
                      Stream.of("when", "because", "fields", "obligations", "advice", "silence"))
                  .flatMap(keys -> keys)
                  .toList())
          .advising("effect", EFFECT, "permit", "deny")
          .advising("action", EFFECT, "permit", "deny")
          .advising("actions", EFFECT, "permit", "deny")
          .advising("allow", "write `permit: [read]`", "permit")
          .advising("grant", "write `permit: [read]`", "permit")
          .advising("forbid", "write `deny: [read]`", "deny")
          .advising("condition", CONDITION, "when")
          .advising("conditions", CONDITION, "when")
          .advising("if", CONDITION, "when")
          .advising("where", CONDITION, "when")
          .advising("match", CONDITION, "when")
          .advising("expr", CONDITION, "when")
          .advising("expression", CONDITION, "when")
          .advising("unless", "write `when: \"!(..)\"`")
          .advising("role", "write `roles: [..]`; one of them is enough", "roles")
          .advising("derivedRoles", "write `roles: [..]`, derived ones among them", "roles")
          .advising("parentRoles", "write `includes` in `roles.yaml`")
          .advising("scope", "write `scopes: [..]`; all of them are needed", "scopes")
          .advising("permissions", "write `scopes: [..]` for what a token carries")
          .advising("principal", SUBJECTS)
          .advising("principals", SUBJECTS)
          .advising("subject", SUBJECTS)
          .advising("user", SUBJECTS)
          .advising("users", SUBJECTS)
          .advising("actor", "a rule names the types of those who act for others in `actors: [..]`")
          .advising("resource", RESOURCE)
          .advising("resources", RESOURCE)
          .advising("name", "write `id`", "id")
          .advising("description", "write it in `because`, or behind a `#`")
          .advising("reason", "write `because`", "because")
          .advising("obligation", "write a list: `obligations: [..]`", "obligations")
          .advising("priority", "order does not matter: a deny wins over every permit")
          .advising("order", "order does not matter: a deny wins over every permit");

  private static final List<String> POLICY_KEYS =
      List.of("policy", "resource", "tenants-may-permit", "import", "let", "rules");

  static final Vocabulary POLICY = advised(Vocabulary.of(POLICY_KEYS));

  /** An overlay opens nothing, least of all to itself. */
  static final Vocabulary OVERLAY =
      advised(
          Vocabulary.of(
              POLICY_KEYS.stream().filter(key -> !key.equals("tenants-may-permit")).toList()));

  private RuleVocabulary() {}

  private static Vocabulary advised(Vocabulary policy) {
    return policy
        .advising("name", "write `policy`", "policy")
        .advising("id", "write `policy`", "policy")
        .advising("statements", "write `rules`", "rules")
        .advising("policies", "write `rules`", "rules")
        .advising("variables", "write `let`", "let")
        .advising("constants", "write `let`", "let")
        .advising("imports", "write `import`", "import")
        .advising("apiVersion", "`verdict.yaml` says which format the repository has")
        .advising("version", "`verdict.yaml` says which format the repository has")
        .advising("description", "write it behind a `#`");
  }
}
