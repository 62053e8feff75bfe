package dev.verdict.policy.rename;

import java.util.Locale;

/** What can be renamed, as an author calls it. */
public enum RenameKind {
  /** Of subjects, resources, entities, or records. */
  TYPE,
  /** Of a type, an action or the context; a member of a record. */
  ATTRIBUTE,
  ACTION,
  /** Brought along or derived. */
  ROLE,
  SCOPE;

  /** {@code attribute}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code an attribute}. */
  String withArticle() {
    return ("AEIOU".indexOf(name().charAt(0)) < 0 ? "a " : "an ") + word();
  }
}
