package dev.verdict.policy.function;

import dev.verdict.policy.schema.TimeLimits;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Enumeration;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.work.Steps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What clocks and calendars of a time zone show at a timestamp, by the rules of that zone that this
 * Java knows. None for a timestamp outside of the years 0 to 9999.
 */
public final class LocalTime implements ValueFunction.OfOne {

  /** What is looked at. */
  public enum Part {
    /** 0 to 23; one of them twice or not at all where clocks are changed. */
    HOUR,
    /** {@code monday} to {@code sunday}. */
    DAY_OF_WEEK
  }

  private static final long DAY_SECONDS = 86_400;
  private static final long HOUR_SECONDS = 3_600;

  /** The day of the week of 1970-01-01, counted from Monday. */
  private static final int FIRST_DAY = 3;

  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final Type DAY = new Enumeration(DAYS);

  private final Part part;
  private final ZoneId zone;

  public LocalTime(Part part, ZoneId zone) {
    this.part = part;
    this.zone = zone;
  }

  public Part part() {
    return part;
  }

  public ZoneId zone() {
    return zone;
  }

  @Override
  public Type type() {
    return part == Part.HOUR ? Simple.INT : DAY;
  }

  @Override
  public String failure() {
    return "is out of range";
  }

  @Override
  public long steps(Object argument) {
    return Steps.PARSED;
  }

  @Override
  public @Nullable Object apply(Object argument) {
    var instant = (Instant) argument;
    if (!TimeLimits.holds(instant)) {
      return null;
    }
    long local = instant.getEpochSecond() + zone.getRules().getOffset(instant).getTotalSeconds();
    return switch (part) {
      case HOUR -> Math.floorMod(local, DAY_SECONDS) / HOUR_SECONDS;
      case DAY_OF_WEEK ->
          DAYS.get(Math.floorMod(Math.floorDiv(local, DAY_SECONDS) + FIRST_DAY, DAYS.size()));
    };
  }
}
