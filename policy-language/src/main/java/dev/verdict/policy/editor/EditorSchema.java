package dev.verdict.policy.editor;

import java.util.Locale;

/** A kind of file, and the JSON Schema that helps to write one. */
public enum EditorSchema {
  VERDICT("verdict.yaml", "what the repository is"),
  SCHEMA("schema.yaml, *.schema.yaml", "subjects, resources, their actions and attributes"),
  ROLES("roles.yaml", "roles, what comes with them, derived roles"),
  LET("*.let.yaml", "variables to import"),
  POLICY("*.policy.yaml", "rules"),
  GRANTS("grants.yaml", "cross-tenant grants"),
  DATA("data/*.yaml", "stored attributes"),
  FIXTURES("tests/fixtures.yaml", "subjects and resources that all tests share"),
  TESTS("tests/*.test.yaml", "the authors' tests");

  private final String files;
  private final String contents;

  EditorSchema(String files, String contents) {
    this.files = files;
    this.contents = contents;
  }

  /** As it is written on a command line: {@code policy}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return word();
  }

  /**
   * Which files of a repository are of this kind: globs with commas between them, in which {@code
   * *} stands for folders too.
   */
  public String files() {
    return files;
  }

  /** What they hold, for people. */
  public String contents() {
    return contents;
  }

  /** The name of the resource beside this class: UTF-8 JSON. */
  public String resource() {
    return word() + ".schema.json";
  }
}
