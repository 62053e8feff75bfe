package dev.verdict.server.command.check;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 80} or {@code 80%}. */
final class PercentConverter implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String text) {
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > 100) {
      throw new TypeConversionException("`" + text + "` is no share from 0% to 100%");
    }
    return Integer.valueOf(digits);
  }
}
