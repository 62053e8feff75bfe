package dev.verdict.policy.check.expression;

import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Enumeration;
import dev.verdict.policy.source.Fragment;
import java.util.Collections;
import java.util.Set;

/** An enum is compared only with values that it has: a misspelt one would never be equal. */
final class EnumerationChecker {

  private final Findings findings;

  EnumerationChecker(Findings findings) {
    this.findings = findings;
  }

  /** Whether two operands of {@code ==} can be equal, as far as one of them is an enum. */
  boolean agree(Expression left, Expression right) {
    if (left.type() instanceof Enumeration some
        && right.type() instanceof Enumeration others
        && Collections.disjoint(some.values(), others.values())) {
      findings.mismatch(
          right.fragment(),
          "this is never equal: `" + others + "` and `" + some + "` have no value in common");
      return false;
    }
    return has(left.type(), right) && has(right.type(), left);
  }

  /** Whether a literal collection holds only values that its member may be. */
  boolean holds(Type member, Expression collection) {
    if (!(member instanceof Enumeration enumeration)
        || !(collection instanceof Constant constant)
        || !(constant.value() instanceof Set<?> values)) {
      return true;
    }
    boolean all = true;
    for (Object value : values) {
      all &= has(enumeration, (String) value, constant.fragment());
    }
    return all;
  }

  private boolean has(Type type, Expression value) {
    return !(type instanceof Enumeration enumeration)
        || !(value instanceof Constant constant)
        || !(constant.value() instanceof String text)
        || has(enumeration, text, constant.fragment());
  }

  private boolean has(Enumeration enumeration, String text, Fragment fragment) {
    if (enumeration.values().contains(text)) {
      return true;
    }
    findings.mismatch(
        fragment,
        "`"
            + text
            + "` is not one of `"
            + String.join("`, `", enumeration.values())
            + "`"
            + Suggestion.didYouMean(text, enumeration.values()));
    return false;
  }
}
