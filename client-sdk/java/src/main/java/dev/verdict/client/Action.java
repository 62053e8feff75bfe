package dev.verdict.client;

import dev.verdict.proto.v1.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a subject wants to do. Most actions are only a name; see {@link AccessRequest#of}. */
public final class Action {

  /** The property that states which properties of the resource the action changes. */
  private static final String FIELDS = "fields";

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
   * @param value a string, boolean, number, enum, UUID, date, time or duration, or a collection,
   *     array or map of those; an empty {@code Optional} leaves the property out
   * @throws IllegalArgumentException for anything else
   */
  public Action with(String property, Object value) {
    return new Action(name, properties.with(property, value));
  }

  /**
   * The same action, stating that it changes these properties of the resource and no others. It is
   * permitted only where each of them is granted; an action that states nothing needs a permit for
   * all properties. Sent as the action's property {@code fields}.
   *
   * @param properties as the schema of the policies names them; none is the same as no statement
   */
  public Action changing(Collection<String> properties) {
    var sorted = new TreeSet<String>();
    for (String property : properties) {
      sorted.add(WellFormed.name(FIELDS, property));
    }
    return with(FIELDS, sorted);
  }

  /** The same for properties that are known beforehand. */
  public Action changing(String... properties) {
    return changing(List.of(properties));
  }

  public String name() {
    return name;
  }

  Properties properties() {
    return properties;
  }

  /** What the action states to change; empty where it states nothing, or not a list of names. */
  List<String> changed() {
    Optional<Value> stated = properties.find(FIELDS);
    if (stated.isEmpty()
        || !stated.get().getList().getValuesList().stream().allMatch(Value::hasText)) {
      return List.of();
    }
    return stated.get().getList().getValuesList().stream().map(Value::getText).toList();
  }

  @Override
  public String toString() {
    return name + properties;
  }
}
