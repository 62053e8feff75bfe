package dev.verdict.policy.request;

/**
 * What the subject wants to do (AuthZEN 1.0 §5.3).
 *
 * @param name as the schema lists it; not empty
 * @param attributes what is known of how
 */
public record Action(String name, Attributes attributes) {

  public Action {
    NameCheck.checkName("name", name);
  }

  public Action(String name) {
    this(name, Attributes.NONE);
  }
}
