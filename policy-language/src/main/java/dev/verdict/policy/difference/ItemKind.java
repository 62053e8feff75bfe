package dev.verdict.policy.difference;

/** The things in a policy repository that have names of their own. */
public enum ItemKind {
  SETTING("setting"),
  DECLARATION("declaration"),
  RECORD_TYPE("record type"),
  ENTITY_TYPE("entity type"),
  SUBJECT_TYPE("subject type"),
  SUBJECT_ATTRIBUTE("subject attribute"),
  RESOURCE_TYPE("resource type"),
  RESOURCE_ATTRIBUTE("resource attribute"),
  CONTEXT_ATTRIBUTE("context attribute"),
  ACTION("action"),
  ROLE("role"),
  DERIVED_ROLE("derived role"),
  VARIABLE("variable"),
  POLICY("policy"),
  RULE("rule"),
  GRANT("grant"),
  STORED_ENTITY("stored entity"),
  FIXTURE("fixture"),
  TEST("test"),
  MATRIX("matrix");

  private final String word;

  ItemKind(String word) {
    this.word = word;
  }

  /** For sentences: {@code derived role}. */
  public String word() {
    return word;
  }
}
