package dev.verdict.policy.decision;

import dev.verdict.policy.request.RequestAttribute;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The answer to a request of which something may be unknown. */
public sealed interface PartialDecision {

  /** One for each kind. */
  interface Visitor<R> {

    R decided(Decision decision);

    R undecided(Set<RequestAttribute> needed);
  }

  <R> R accept(Visitor<R> visitor);

  /**
   * Undecided where something is needed, else the decision.
   *
   * @param decision asked for only then
   */
  static PartialDecision of(Optional<Set<RequestAttribute>> needed, Supplier<Decision> decision) {
    return needed.<PartialDecision>map(Undecided::new).orElseGet(() -> new Decided(decision.get()));
  }

  /** Goes on from a decision; what is undecided stays so. */
  PartialDecision then(Function<Decision, PartialDecision> next);

  /** The same for what certainly gives a decision. */
  default PartialDecision map(UnaryOperator<Decision> next) {
    return then(decision -> new Decided(next.apply(decision)));
  }

  /** The decision, which nothing that is unknown can change in any member. */
  record Decided(Decision decision) implements PartialDecision {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.decided(decision);
    }

    @Override
    public PartialDecision then(Function<Decision, PartialDecision> next) {
      return next.apply(decision);
    }
  }

  /**
   * More has to be known. Once what is needed is learned, or known to be absent, the question may
   * be asked again; then even more may turn out to be needed, but never the same again.
   *
   * @param needed at least one attribute
   */
  record Undecided(Set<RequestAttribute> needed) implements PartialDecision {

    public Undecided {
      needed = Collections.unmodifiableSet(new LinkedHashSet<>(needed));
      if (needed.isEmpty()) {
        throw new IllegalArgumentException("needed: [] (expected: at least one attribute)");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.undecided(needed);
    }

    @Override
    public PartialDecision then(Function<Decision, PartialDecision> next) {
      return this;
    }
  }
}
