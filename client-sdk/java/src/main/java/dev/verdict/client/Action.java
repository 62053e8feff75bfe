package dev.verdict.client;

/** What a subject wants to do. Most actions are only a name; see {@link AccessRequest#of}. */
public final class Action {

  private final String name;
  private final Properties properties;

  private Action(String name, Properties properties) {
    this.name = WellFormed.name("action", name);
    this.properties = properties;
  }

  /**
   * An action without properties.
   *
   * @param name as the schema of the policies lists it, for example {@code read}
   */
  public static Action of(String name) {
    return new Action(name, Properties.NONE);
  }

  /**
   * The same with one more property; it takes the place of another by that name.
   *
   * @param value a string, boolean, number, {@link java.time.Instant}, or a collection or map of
   *     those
   * @throws IllegalArgumentException for anything else
   */
  public Action with(String property, Object value) {
    return new Action(name, properties.with(property, value));
  }

  public String name() {
    return name;
  }

  Properties properties() {
    return properties;
  }

  @Override
  public String toString() {
    return name + properties;
  }
}
