package dev.verdict.policy.authortest;

import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What of the policies the tests reached: each rule has to match once, and not to match once where
 * that is possible, and each part of a condition has to be true once and false once.
 *
 * @param rules in the order of the repository
 */
public record Coverage(List<OfRule> rules) {

  /**
   * How far one rule was reached.
   *
   * @param matched whether it matched in some test
   * @param missed whether it did not match in some test that asked it, or always matches
   */
  public record OfRule(RuleReference rule, boolean matched, boolean missed, List<OfPart> parts) {
    public OfRule {
      parts = List.copyOf(parts);
    }

    /** Whether no test asked it: then nothing can be said of its parts. */
    private boolean isUnasked() {
      return !matched && !missed;
    }

    private int reached() {
      return (matched ? 1 : 0)
          + (missed ? 1 : 0)
          + parts.stream()
              .mapToInt(part -> (part.wasTrue() ? 1 : 0) + (part.wasFalse() ? 1 : 0))
              .sum();
    }
  }

  /**
   * How far a part of a condition was reached.
   *
   * @param text in the author's words
   */
  public record OfPart(String text, Span span, boolean wasTrue, boolean wasFalse) {}

  /**
   * Something that no test reached.
   *
   * @param message in a sentence
   */
  public record Gap(String file, int line, String message) {}

  public Coverage {
    rules = List.copyOf(rules);
  }

  /** How much there is to reach. */
  public int points() {
    return rules.stream().mapToInt(rule -> 2 + 2 * rule.parts().size()).sum();
  }

  /** How much of it was reached. */
  public int reached() {
    return rules.stream().mapToInt(OfRule::reached).sum();
  }

  /** The share that was reached, rounded down, so that only all of it is 100. */
  public int percent() {
    int points = points();
    return points == 0 ? 100 : (int) (100L * reached() / points);
  }

  /** What was not reached, in the order of the repository. */
  public List<Gap> gaps() {
    var gaps = new ArrayList<Gap>();
    for (OfRule rule : rules) {
      RuleReference place = rule.rule();
      String name = "rule `" + place.rule() + "`";
      if (rule.isUnasked()) {
        gaps.add(new Gap(place.file(), place.line(), "no test asks " + name));
        continue;
      }
      if (!rule.matched()) {
        gaps.add(new Gap(place.file(), place.line(), name + " never matched"));
      }
      if (!rule.missed()) {
        gaps.add(new Gap(place.file(), place.line(), name + " always matched"));
      }
      for (OfPart part : rule.parts()) {
        if (!part.wasTrue()) {
          gaps.add(gap(part, name, "true"));
        }
        if (!part.wasFalse()) {
          gaps.add(gap(part, name, "false"));
        }
      }
    }
    return gaps;
  }

  private static Gap gap(OfPart part, String rule, String state) {
    return new Gap(
        part.span().file(),
        part.span().line(),
        "`" + part.text() + "` was never " + state + " in " + rule);
  }
}
