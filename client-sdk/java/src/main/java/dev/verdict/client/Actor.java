package dev.verdict.client;

/** Who acts on a subject's behalf, such as an AI agent or a service. Both must be permitted. */
public final class Actor {

  private final String type;
  private final String id;
  private final Properties properties;

  private Actor(String type, String id, Properties properties) {
    this.type = WellFormed.name("type", type);
    this.id = WellFormed.name("id", id);
    this.properties = properties;
  }

  /**
   * An actor without properties.
   *
   * @param type as the schema of the policies names it, for example {@code agent}
   * @param id which one of that type
   */
  public static Actor of(String type, String id) {
    return new Actor(type, id, Properties.NONE);
  }

  /**
   * The same with one more property; it takes the place of another by that name.
   *
   * @param value a string, boolean, number, enum, UUID, date, time or duration, or a collection,
   *     array or map of those; an empty {@code Optional} leaves the property out
   * @throws IllegalArgumentException for anything else
   */
  public Actor with(String name, Object value) {
    return new Actor(type, id, properties.with(name, value));
  }

  public String type() {
    return type;
  }

  public String id() {
    return id;
  }

  Properties properties() {
    return properties;
  }

  @Override
  public String toString() {
    return type + ":" + id + properties;
  }
}
