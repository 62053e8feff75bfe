package dev.verdict.policy.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Names that a repository shares with others, and need not declare itself. */
public enum NameKind {
  ROLES("role", "declare roles in `roles.yaml`"),
  SCOPES("scope", "declare them under `scopes` in `roles.yaml`"),
  TENANTS("tenant", "declare them under `tenants` in `schema.yaml`");

  private final String one;
  private final String declaration;

  NameKind(String one, String declaration) {
    this.one = one;
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

  /** What to do to declare them, in a sentence. */
  public String declaration() {
    return declaration;
  }
}
