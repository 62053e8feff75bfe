package dev.verdict.policy.yaml;

import dev.verdict.policy.yaml.YamlNode.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What a scalar without quotes stands for (YAML 1.2.2 §10.3.2): nothing, true or false, a number,
 * or else text. {@code yes}, {@code 1_000} and {@code 2026-01-01} are text.
 */
public final class CoreSchema {

  private static final int MAX_DIGITS = 1_000;

  private CoreSchema() {}

  /** Whether somebody wrote that there is no value, and did not just leave it out. */
  public static boolean isWrittenNull(YamlNode node) {
    return isNull(node) && !((Scalar) node).value().isEmpty();
  }

  static boolean isNull(YamlNode node) {
    if (!(node instanceof Scalar scalar) || !scalar.plain()) {
      return false;
    }
    return switch (scalar.value()) {
      case "", "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  public static Optional<Boolean> flag(Scalar scalar) {
    if (!scalar.plain()) {
      return Optional.empty();
    }
    return switch (scalar.value()) {
      case "true", "True", "TRUE" -> Optional.of(true);
      case "false", "False", "FALSE" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** A number of any size; empty for what is no number, or has too many digits for one. */
  static Optional<BigDecimal> number(Scalar scalar) {
    String text = scalar.value();
    if (!isNumber(scalar) || text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    if (text.startsWith("0x")) {
      return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 16)));
    }
    if (text.startsWith("0o")) {
      return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 8)));
    }
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty(); // an exponent beyond 32 bits
    }
  }

  /** Whether the scalar is written as a whole number, whatever its size: {@code 5.0} is not. */
  static boolean isWhole(Scalar scalar) {
    boolean hexadecimal = scalar.value().startsWith("0x");
    return isNumber(scalar)
        && (hexadecimal || scalar.value().chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E'));
  }

  /** Whether the scalar is written as a number, whatever its size. */
  static boolean isNumber(Scalar scalar) {
    return scalar.plain() && new NumberShape(scalar.value()).matches();
  }

  /** Whether the scalar stands for infinity or for no number, which we do not have. */
  static boolean isNotFinite(Scalar scalar) {
    String text = scalar.value();
    String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return scalar.plain()
        && switch (unsigned) {
          case ".inf", ".Inf", ".INF" -> true;
          case ".nan", ".NaN", ".NAN" -> unsigned.length() == text.length();
          default -> false;
        };
  }
}
