package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.evaluator.Spread;
import dev.verdict.benchmarks.evaluator.Workload;

/**
 * What the measured server has to do.
 *
 * @param rules in its repository, a multiple of ten
 * @param attributes of each question, at least ten; the others are read by no rule
 * @param cache whether it remembers decisions, also cheap ones
 * @param tokens whether callers show a token, which the server verifies
 */
record Setting(int rules, int attributes, boolean cache, boolean tokens) {

  /** Of most rows. */
  static final Setting USUAL = new Setting(600, 10, false, false);

  /** The policies and the questions. */
  Workload workload() {
    return new Workload(rules, Spread.TYPES, attributes - Workload.ATTRIBUTES);
  }

  Setting withRules(int other) {
    return new Setting(other, attributes, cache, tokens);
  }

  Setting withAttributes(int other) {
    return new Setting(rules, other, cache, tokens);
  }

  Setting withCache() {
    return new Setting(rules, attributes, true, tokens);
  }

  Setting withTokens() {
    return new Setting(rules, attributes, cache, true);
  }
}
