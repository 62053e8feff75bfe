package dev.verdict.policy.request;

/**
 * A subject, a resource or an actor (AuthZEN 1.0 §5.1, §5.2).
 *
 * @param type which kind of thing, as the schema names it; not empty
 * @param id which one of that kind; not empty
 * @param attributes what is known of it
 */
public record Entity(String type, String id, Attributes attributes) {

  public Entity {
    NameCheck.checkName("type", type);
    NameCheck.checkId("id", id);
  }

  public Entity(String type, String id) {
    this(type, id, Attributes.NONE);
  }
}
