package dev.verdict.policy.schema;

import dev.verdict.policy.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that may be done with a resource type.
 *
 * @param attributes of the action itself, by name
 * @param writes whether it changes the resource, and requests say under {@link #FIELDS} what
 * @param declared whether the schema declares it; else it is of an open set, where somebody
 *     mentions it, or a pattern for such: nobody knows that it only reads
 * @param deprecated why policies should not speak of it any more; absent: they may
 * @param span where it is declared
 */
public record ActionDeclaration(
    String name,
    Map<String, AttributeDeclaration> attributes,
    boolean writes,
    boolean declared,
    Optional<String> deprecated,
    Span span) {

  /** The attribute of an action that writes: names of the resource's attributes that it changes. */
  public static final String FIELDS = "fields";

  private static final AttributeDeclaration STATEMENT =
      new AttributeDeclaration(
          FIELDS,
          new Type.SetOf(Type.Simple.STRING),
          /* optional= */ true,
          /* fromRequest= */ true,
          /* fromData= */ false);

  public ActionDeclaration {
    attributes = Map.copyOf(attributes);
  }

  /** An action that changes nothing that rules tell apart. */
  public static ActionDeclaration reading(
      String name, Map<String, AttributeDeclaration> attributes, Span span) {
    return new ActionDeclaration(name, attributes, false, true, Optional.empty(), span);
  }

  /**
   * An action that changes the resource.
   *
   * @param attributes without {@link #FIELDS}, which it has of itself
   */
  public static ActionDeclaration writing(
      String name, Map<String, AttributeDeclaration> attributes, Span span) {
    var all = new LinkedHashMap<>(attributes);
    all.put(FIELDS, STATEMENT);
    return new ActionDeclaration(name, all, true, true, Optional.empty(), span);
  }

  /**
   * What an open set takes without a declaration.
   *
   * @param name or the pattern that stands for many
   * @param span where it is mentioned
   */
  public static ActionDeclaration undeclared(String name, Span span) {
    return new ActionDeclaration(
        name, Map.of(FIELDS, STATEMENT), true, false, Optional.empty(), span);
  }

  /** The same action, with the reason why it is deprecated, if it is. */
  public ActionDeclaration deprecated(Optional<String> reason) {
    return new ActionDeclaration(name, attributes, writes, declared, reason, span);
  }
}
