package dev.verdict.server.rights;

import dev.verdict.policy.request.RequestAttribute.Part;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller may do. Whatever is not among its rights is refused, by a message that names the
 * right.
 *
 * @param resourceTypes that it may ask about; absent: all
 * @param actions that it may ask about; absent: all
 * @param tenants whose resources it may ask about; absent: those of all
 * @param asserts of which parts of a question it may bring attributes; of the subject and the
 *     actor, also who they are
 * @param replaces of which of these its attributes stand in the place of stored ones
 * @param passesSubjectToken whether it has to pass the token of each subject
 * @param calls that it may make
 */
public record CallerRights(
    Optional<Set<String>> resourceTypes,
    Optional<Set<String>> actions,
    Optional<Set<String>> tenants,
    Set<Part> asserts,
    Set<Part> replaces,
    boolean passesSubjectToken,
    Set<CallRight> calls) {

  /** Everything: for a server that knows no callers. */
  public static final CallerRights ALL =
      new CallerRights(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          EnumSet.allOf(Part.class),
          EnumSet.allOf(Part.class),
          false,
          EnumSet.allOf(CallRight.class));

  /**
   * To have questions decided about itself, or about subjects whose tokens it passes, with what it
   * says of resource, action and context where nothing is stored.
   */
  public static final CallerRights LEAST =
      new CallerRights(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          EnumSet.of(Part.RESOURCE, Part.ACTION, Part.CONTEXT),
          Set.of(),
          false,
          EnumSet.of(CallRight.EVALUATE));

  public CallerRights {
    resourceTypes = resourceTypes.map(Set::copyOf);
    actions = actions.map(Set::copyOf);
    tenants = tenants.map(Set::copyOf);
    asserts = Set.copyOf(asserts);
    replaces = Set.copyOf(replaces);
    calls = Set.copyOf(calls);
  }

  public boolean mayAssert(Part part) {
    return asserts.contains(part);
  }

  public boolean mayCall(CallRight call) {
    return calls.contains(call);
  }

  public boolean mayAskAboutType(String resourceType) {
    return resourceTypes.isEmpty() || resourceTypes.get().contains(resourceType);
  }

  public boolean mayAskAboutAction(String action) {
    return actions.isEmpty() || actions.get().contains(action);
  }

  /** What is left where somebody acts for the caller: it speaks for nobody else then. */
  public CallerRights whileActedFor() {
    var own = EnumSet.of(Part.SUBJECT, Part.ACTOR);
    var left = EnumSet.noneOf(Part.class);
    asserts.stream().filter(part -> !own.contains(part)).forEach(left::add);
    return new CallerRights(
        resourceTypes, actions, tenants, left, Set.of(), passesSubjectToken, calls);
  }
}
