package dev.verdict.policy.request;

import dev.verdict.policy.request.RequestAttribute.Part;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the rights of who asks mean for one decision: whose attributes may stand in the place of
 * stored ones, and whose resources may be asked about. The schema has to allow a replacement, too.
 *
 * @param replaces the parts of the request whose attributes replace what the repository stores of
 *     them; those of the others only fill gaps
 * @param tenants whose resources may be asked about; absent: those of all tenants
 */
public record Entitlement(Set<Part> replaces, Optional<Set<String>> tenants) {

  /** Replaces nothing that is stored, and may ask about every tenant. */
  public static final Entitlement ORDINARY = new Entitlement(Set.of(), Optional.empty());

  /** Replaces all that the schema lets a request replace: for authors at their own repository. */
  public static final Entitlement FULL =
      new Entitlement(EnumSet.allOf(Part.class), Optional.empty());

  public Entitlement {
    replaces = Set.copyOf(replaces);
    tenants = tenants.map(Set::copyOf);
  }

  /** Whether attributes of that part stand in the place of stored ones. */
  public boolean mayReplace(Part part) {
    return replaces.contains(part);
  }

  /** Whether resources of that tenant may be asked about. */
  public boolean mayAskAbout(String tenant) {
    return tenants.isEmpty() || tenants.get().contains(tenant);
  }

  /** The same where the actor of the request stands in the subject's place. */
  Entitlement ofActor() {
    if (mayReplace(Part.ACTOR) == mayReplace(Part.SUBJECT)) {
      return this;
    }
    var moved = EnumSet.of(Part.SUBJECT, replaces.toArray(Part[]::new));
    if (!mayReplace(Part.ACTOR)) {
      moved.remove(Part.SUBJECT);
    }
    return new Entitlement(moved, tenants);
  }
}
