package dev.verdict.benchmarks.ancestors;

/** Forms of the condition that the user lies in a group. */
public enum Asking {
  /** As one writes it. */
  WITHIN("within(ref('user', subject.id), '%s')"),

  /** The same, written so that no index finds the rule. */
  ONE_BY_ONE("(!(!within(ref('user', subject.id), '%s')))");

  private final String condition;

  Asking(String condition) {
    this.condition = condition;
  }

  String condition(String group) {
    return condition.formatted(group);
  }
}
