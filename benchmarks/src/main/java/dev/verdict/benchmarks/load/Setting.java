package dev.verdict.benchmarks.load;

/**
 * What the measured server has to do.
 *
 * @param rules in its repository, a multiple of ten
 * @param attributes of each question, at least ten; the others are read by no rule
 * @param cache whether it remembers decisions
 * @param tokens whether callers show a token, which the server verifies
 */
record Setting(int rules, int attributes, boolean cache, boolean tokens) {

  /** Of most rows. */
  static final Setting USUAL = new Setting(600, 10, false, false);

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
