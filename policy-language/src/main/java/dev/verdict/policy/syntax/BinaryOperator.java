package dev.verdict.policy.syntax;

/** Operators between two operands, with their signs. */
public enum BinaryOperator {
  OR("||"),
  AND("&&"),
  COALESCE("??"),
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  IN("=~"),
  NOT_IN("!~"),
  STARTS_WITH("=^"),
  NOT_STARTS_WITH("!^"),
  ENDS_WITH("=$"),
  NOT_ENDS_WITH("!$"),
  PLUS("+"),
  MINUS("-"),
  TIMES("*");

  private final String sign;

  BinaryOperator(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }
}
