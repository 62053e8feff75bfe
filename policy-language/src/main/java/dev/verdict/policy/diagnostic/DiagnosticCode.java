package dev.verdict.policy.diagnostic;

import java.util.Locale;

/**
 * The kinds of findings. A name is stable: scripts and editors key on it, in its lower-case form
 * with dashes.
 */
public enum DiagnosticCode {
  // the repository
  REPOSITORY_EMPTY(Severity.ERROR),
  REPOSITORY_TOO_LARGE(Severity.ERROR),
  FILE_UNREADABLE(Severity.ERROR),
  FILE_TOO_LARGE(Severity.ERROR),
  FILE_UNKNOWN_KIND(Severity.ERROR),
  IGNORED_POLICY(Severity.ERROR),
  UNUSED_IGNORE(Severity.WARNING),
  // YAML
  YAML_SYNTAX(Severity.ERROR),
  YAML_DUPLICATE_KEY(Severity.ERROR),
  YAML_UNSUPPORTED(Severity.ERROR),
  YAML_TOO_DEEP(Severity.ERROR),
  YAML_TOO_LARGE(Severity.ERROR),
  YAML_NOT_FORMATTED(Severity.ERROR),
  // the shape of a file
  UNKNOWN_KEY(Severity.ERROR),
  MISSING_KEY(Severity.ERROR),
  WRONG_SHAPE(Severity.ERROR),
  DUPLICATE_NAME(Severity.ERROR),
  TOO_MANY(Severity.ERROR),
  // names that must be declared
  UNKNOWN_RESOURCE_TYPE(Severity.ERROR),
  UNKNOWN_SUBJECT_TYPE(Severity.ERROR),
  UNKNOWN_ROLE(Severity.ERROR),
  ROLE_CYCLE(Severity.ERROR),
  UNKNOWN_ACTION(Severity.ERROR),
  UNKNOWN_ATTRIBUTE(Severity.ERROR),
  UNKNOWN_VARIABLE(Severity.ERROR),
  UNKNOWN_IMPORT(Severity.ERROR),
  UNKNOWN_FUNCTION(Severity.ERROR),
  UNKNOWN_TYPE(Severity.ERROR),
  UNKNOWN_FIXTURE(Severity.ERROR),
  UNKNOWN_WARNING(Severity.ERROR),
  TENANT_UNDECLARED(Severity.ERROR),
  // tenants
  NOT_TENANT_ISOLATED(Severity.ERROR),
  OVERLAY_WIDENS(Severity.ERROR),
  OVERLAY_CONFLICT(Severity.WARNING),
  // conditions
  CONDITION_SYNTAX(Severity.ERROR),
  CONDITION_UNSUPPORTED(Severity.ERROR),
  CONDITION_TOO_LARGE(Severity.ERROR),
  CONDITION_CYCLE(Severity.ERROR),
  TYPE_MISMATCH(Severity.ERROR),
  UNGUARDED_OPTIONAL(Severity.ERROR),
  INVALID_LITERAL(Severity.ERROR),
  INVALID_PATTERN(Severity.ERROR),
  QUOTED_EXPRESSION(Severity.ERROR),
  UNKNOWN_SCOPE(Severity.ERROR),
  UNKNOWN_TENANT(Severity.ERROR),
  SENSITIVE_REASON(Severity.ERROR),
  UNDECLARED_NAME(Severity.ERROR),
  // what is free of errors and yet suspicious
  NEVER_MATCHES(Severity.WARNING),
  ALWAYS_TRUE(Severity.WARNING),
  EXPRESSION_CUT(Severity.WARNING),
  SIMILAR_ACTION(Severity.WARNING),
  UNSTATED_NAMES(Severity.WARNING),
  DEPRECATED(Severity.WARNING),
  SAME_DEFAULT(Severity.WARNING),
  GLOB_PATTERN(Severity.WARNING),
  PATH_PREFIX(Severity.WARNING),
  CONSTANT_PROPERTY(Severity.WARNING),
  SHADOWED_RULE(Severity.WARNING),
  ACTION_WITHOUT_RULE(Severity.WARNING),
  SENSITIVE_ATTRIBUTE(Severity.WARNING),
  UNUSED_VARIABLE(Severity.WARNING),
  UNUSED_IMPORT(Severity.WARNING),
  UNUSED_SILENCE(Severity.WARNING),
  TOO_MANY_UNINDEXED_RULES(Severity.WARNING),
  // the configuration of a server
  INVALID_SETTING(Severity.ERROR),
  // the authors' tests
  TEST_FAILED(Severity.ERROR);

  private final Severity severity;

  DiagnosticCode(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** The word for people and for programs: {@code yaml-duplicate-key}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
