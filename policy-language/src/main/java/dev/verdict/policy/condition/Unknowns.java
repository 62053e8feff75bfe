package dev.verdict.policy.condition;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.request.RequestAttribute;
import java.util.Optional;

/**
 * What is unknown of one request, in the words of a frame: its subject may be the actor of the
 * request, and the subject of the request the one that is acted for.
 */
public interface Unknowns {

  /**
   * What has to be learned for an attribute to be known that does not come with the request; absent
   * where it is known to be absent or to be what the repository stores.
   */
  Optional<RequestAttribute> behind(AttributePath attribute);
}
