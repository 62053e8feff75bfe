package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Unknowns;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.request.Knowledge;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import java.util.Optional;

/** What is unknown where the actor of the request stands in the subject's place. */
record UnknownsOfActor(Knowledge knowledge) implements Unknowns {

  @Override
  public Optional<RequestAttribute> behind(AttributePath attribute) {
    String name = attribute.name();
    return switch (attribute.root()) {
      case SUBJECT, ACTOR -> unknown(Part.ACTOR, name);
      case ACTED_FOR -> unknown(Part.SUBJECT, name);
      case ACTION -> unknown(Part.ACTION, name);
      case RESOURCE -> unknown(Part.RESOURCE, name);
      case CONTEXT -> unknown(Part.CONTEXT, name);
    };
  }

  private Optional<RequestAttribute> unknown(Part part, String name) {
    return Optional.of(new RequestAttribute(part, name)).filter(knowledge::isUnknown);
  }
}
