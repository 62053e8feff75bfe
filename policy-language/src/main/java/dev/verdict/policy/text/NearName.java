package dev.verdict.policy.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant by a name that is not declared. */
public final class NearName {

  private static final int MAX_COMPARED = 64;

  private NearName() {}

  /** The declared name with the fewest edits, if they are few for its length. */
  public static Optional<String> find(String written, Collection<String> declared) {
    if (written.length() > MAX_COMPARED) {
      return Optional.empty();
    }
    int bound = bound(written);
    return declared.stream()
        .filter(name -> Math.abs(name.length() - written.length()) <= bound)
        .filter(name -> distance(written, name) <= bound || written.equalsIgnoreCase(name))
        .min(
            Comparator.comparingInt((String name) -> distance(written, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Whether one edit turns what was written into what is meant. */
  public static boolean isSlip(String written, String meant) {
    return written.length() <= MAX_COMPARED && distance(written, meant) == 1;
  }

  /** One edit turns a name of one letter into any other, so it has no near one. */
  private static int bound(String written) {
    return written.length() < 2 ? 0 : Math.max(1, written.length() / 3);
  }

  /** Insertions, deletions, substitutions and swaps of neighbours that turn one into the other. */
  private static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
            Math.min(
                edits[i - 1][j - 1] + substitution, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        edits[i][j] = swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
      }
    }
    return edits[a.length()][b.length()];
  }
}
