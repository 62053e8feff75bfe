package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Names that a repository shares with others, and need not declare itself. */
public enum NameKind {
  ROLES("role", DiagnosticCode.UNKNOWN_ROLE, "declare roles in `roles.yaml`"),
  SCOPES("scope", DiagnosticCode.UNKNOWN_SCOPE, "declare them under `scopes` in `roles.yaml`"),
  TENANTS("tenant", DiagnosticCode.UNKNOWN_TENANT, "declare them under `tenants` in `schema.yaml`");

  private final String one;
  private final DiagnosticCode unknown;
  private final String declaration;

  NameKind(String one, DiagnosticCode unknown, String declaration) {
    this.one = one;
    this.unknown = unknown;
    this.declaration = declaration;
  }

  /** As {@code verdict.yaml} calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NameKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** One of them, in a sentence. */
  public String one() {
    return one;
  }

  /** The finding where others are declared and one is not. */
  public DiagnosticCode unknown() {
    return unknown;
  }

  /** What to do to declare them, in a sentence. */
  public String declaration() {
    return declaration;
  }
}
