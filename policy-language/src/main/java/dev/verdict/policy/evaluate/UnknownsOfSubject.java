package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Unknowns;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.request.Knowledge;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import java.util.Optional;

/** What is unknown where the subject of the request asks. */
record UnknownsOfSubject(Knowledge knowledge) implements Unknowns {

  @Override
  public Optional<RequestAttribute> behind(AttributePath attribute) {
    Part part =
        switch (attribute.root()) {
          case SUBJECT, ACTOR, ACTED_FOR -> Part.SUBJECT;
          case ACTION -> Part.ACTION;
          case RESOURCE -> Part.RESOURCE;
          case CONTEXT -> Part.CONTEXT;
        };
    return Optional.of(new RequestAttribute(part, attribute.name())).filter(knowledge::isUnknown);
  }
}
