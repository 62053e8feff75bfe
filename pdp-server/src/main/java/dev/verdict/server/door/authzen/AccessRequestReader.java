package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.server.door.authzen.RequestParts.Part;
import java.util.Optional;

/**
 * Reads the parts of an access request (AuthZEN 1.0 §5 and §6.1, and our {@code actor}) from a JSON
 * object. Members that it does not know are ignored; one that it knows must have the right type.
 */
final class AccessRequestReader {

  private final Limits limits;

  private AccessRequestReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * @throws InvalidRequestException naming the member that is missing or wrong, never a value
   */
  static RequestParts read(Attributes members, Limits limits) {
    return new AccessRequestReader(limits).parts(members);
  }

  private RequestParts parts(Attributes members) {
    return new RequestParts(
        entity(members, "subject"),
        action(members),
        entity(members, "resource"),
        context(members),
        entity(members, "actor"));
  }

  private Optional<Part<Entity>> entity(Attributes members, String what) {
    Optional<Attributes> found = Member.object(members, "", what);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String type = Member.requiredText(found.get(), what, "type");
    String id = Member.requiredText(found.get(), what, "id");
    Part<Attributes> properties = properties(found.get(), what);
    try {
      return Optional.of(
          new Part<>(new Entity(type, id, properties.content()), properties.values()));
    } catch (InvalidRequestException invalid) {
      throw in(what, invalid);
    }
  }

  private Optional<Part<Action>> action(Attributes members) {
    Optional<Attributes> found = Member.object(members, "", "action");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String name = Member.requiredText(found.get(), "action", "name");
    Part<Attributes> properties = properties(found.get(), "action");
    try {
      return Optional.of(new Part<>(new Action(name, properties.content()), properties.values()));
    } catch (InvalidRequestException invalid) {
      throw in("action", invalid);
    }
  }

  private Optional<Part<Attributes>> context(Attributes members) {
    return Member.object(members, "", "context").map(context -> attributes("context", context));
  }

  private Part<Attributes> properties(Attributes entity, String what) {
    return attributes(
        what + ".properties", Member.object(entity, what, "properties").orElse(Attributes.NONE));
  }

  private Part<Attributes> attributes(String path, Attributes attributes) {
    return new Part<>(attributes, ValueCount.of(path, new Value.Structure(attributes), limits));
  }

  private static InvalidRequestException in(String what, InvalidRequestException invalid) {
    return new InvalidRequestException("`" + what + "`: " + invalid.getMessage());
  }
}
