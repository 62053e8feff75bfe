package dev.verdict.policy.authortest;

import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.request.Attributes;
import java.util.Optional;

/**
 * An obligation or advice that an author expects.
 *
 * @param id what to do
 * @param properties how, all of it; absent: not looked at
 */
public record ExpectedDuty(String id, Optional<Attributes> properties) {

  boolean isMetBy(Obligation obligation) {
    return id.equals(obligation.id())
        && properties.map(obligation.properties()::equals).orElse(true);
  }
}
