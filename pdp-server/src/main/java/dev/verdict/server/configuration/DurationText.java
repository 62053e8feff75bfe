package dev.verdict.server.configuration;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as people write them: {@code 20us}, {@code 500ms}, {@code 10s}, {@code 5m},
 * {@code 24h}.
 */
public final class DurationText {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(us|ms|s|m|h|d)");

  private DurationText() {}

  /** The length of time; absent where it is written otherwise. */
  public static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(form.group(1));
    return Optional.of(
        switch (form.group(2)) {
          case "us" -> Duration.of(number, ChronoUnit.MICROS);
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }
}
