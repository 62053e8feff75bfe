package dev.verdict.policy.diagnostic;

import dev.verdict.policy.text.NearName;
import java.util.Collection;
import java.util.Optional;

/** Finds what an author may have meant by a name that is not declared. */
public final class Suggestion {

  private Suggestion() {}

  /** {@code ; did you mean `x`?} where a near name exists, else nothing. */
  public static String didYouMean(String written, Collection<String> declared) {
    return nearest(written, declared).map(name -> "; did you mean `" + name + "`?").orElse("");
  }

  /** The declared name with the fewest edits, if they are few for its length. */
  public static Optional<String> nearest(String written, Collection<String> declared) {
    return NearName.find(written, declared);
  }

  /** Whether one edit turns what was written into what is meant. */
  public static boolean isSlip(String written, String meant) {
    return NearName.isSlip(written, meant);
  }
}
