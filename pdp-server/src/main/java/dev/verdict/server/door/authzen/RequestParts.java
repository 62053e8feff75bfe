package dev.verdict.server.door.authzen;

import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.util.Optional;

/**
 * What a body, or an item of a batch, says of a request: some parts may be missing, as long as the
 * defaults of the batch have them.
 */
record RequestParts(
    Optional<Part<Entity>> subject,
    Optional<Part<Action>> action,
    Optional<Part<Entity>> resource,
    Optional<Part<Attributes>> context,
    Optional<Part<Entity>> actor) {

  /**
   * One part.
   *
   * @param values how many attribute values it holds, counted through lists and records
   */
  record Part<T>(T content, int values) {}

  /**
   * A part that is here replaces the whole of the default: there is no merge (AuthZEN 1.0 §7.1).
   */
  RequestParts over(RequestParts defaults) {
    return new RequestParts(
        subject.or(defaults::subject),
        action.or(defaults::action),
        resource.or(defaults::resource),
        context.or(defaults::context),
        actor.or(defaults::actor));
  }

  /** How many attribute values all parts hold. */
  int values() {
    return values(subject) + values(action) + values(resource) + values(context) + values(actor);
  }

  private static int values(Optional<? extends Part<?>> part) {
    return part.isPresent() ? part.get().values() : 0;
  }
}
