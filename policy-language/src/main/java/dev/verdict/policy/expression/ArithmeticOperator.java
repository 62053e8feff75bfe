package dev.verdict.policy.expression;

/** Operators on two numbers. */
public enum ArithmeticOperator {
  PLUS,
  MINUS,
  TIMES
}
