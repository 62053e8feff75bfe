package dev.verdict.server.command.ask;

import dev.verdict.policy.request.Rfc3339;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the command line, written as in a request. */
final class TimeConverter implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    return Optional.ofNullable(Rfc3339.parse(text))
        .orElseThrow(() -> new TypeConversionException("write it as `2026-01-01T00:00:00Z`"));
  }
}
