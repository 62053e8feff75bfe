package dev.verdict.policy.syntax;

import dev.verdict.policy.source.Fragment;

/**
 * A word, literal or sign of a condition.
 *
 * @param text as written
 */
record Token(Kind kind, String text, Fragment fragment) {

  enum Kind {
    /** A name, or one of the words {@code true}, {@code false}, {@code size} and {@code empty}. */
    NAME,
    NUMBER,
    STRING,
    /** An operator, bracket or comma. */
    SIGN;

    boolean isLeaf() {
      return this != SIGN;
    }
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }
}
