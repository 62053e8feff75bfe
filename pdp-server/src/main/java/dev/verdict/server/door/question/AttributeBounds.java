package dev.verdict.server.door.question;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.VisibleText;

/**
 * Keeps the attributes of one question within the limits of requests, and counts their values; the
 * one place that does, for every door.
 *
 * <p>A door decodes value by value and asks for each as it comes, before it goes deeper. Belongs to
 * one thread.
 */
public final class AttributeBounds {

  private final Limits limits;
  private final int maxValues;
  private final int maxDepth;
  private final int maxText;

  private String place = "";
  private int values;
  private int valuesBefore;

  public AttributeBounds(Limits limits) {
    this.limits = limits;
    this.maxValues = limits.of(Limit.VALUES);
    this.maxDepth = limits.of(Limit.DEPTH);
    this.maxText = limits.of(Limit.TEXT_LENGTH);
  }

  /**
   * Begins with the attributes of another part.
   *
   * @param part names them in messages, as {@code resource.properties}
   */
  public void enter(String part) {
    place = part;
    valuesBefore = values;
  }

  /** How many values were counted since the last {@link #enter}. */
  public int counted() {
    return values - valuesBefore;
  }

  /** How many values were counted so far, to be given to {@link #countFrom}. */
  public int counter() {
    return values;
  }

  /** Forgets the values that were counted since. */
  public void countFrom(int counter) {
    values = counter;
  }

  /** One more value, whatever its kind. */
  public void value() {
    if (++values > maxValues) {
      checkValues(values, limits);
    }
  }

  /** The depth inside a list or record that stands at a depth; 0 is the part itself. */
  public int deeper(int depth) {
    if (depth == maxDepth) {
      throw new InvalidRequestException("`" + place + "` is nested deeper than " + maxDepth);
    }
    return depth + 1;
  }

  /** An attribute's name. */
  public void name(String name) {
    if (!VisibleText.isIn(name)) {
      throw new InvalidRequestException("`" + place + "` has an attribute without a name");
    }
    if (name.length() > Limit.NAME_LENGTH.standard()) {
      throw new InvalidRequestException(
          "`"
              + place
              + "` has a name of more than "
              + Limit.NAME_LENGTH.standard()
              + " characters");
    }
  }

  /** Whether a text may be so long. */
  public boolean mayHold(int textLength) {
    return textLength <= maxText;
  }

  /** A text. */
  public void text(String text) {
    if (!mayHold(text.length())) {
      throw new InvalidRequestException(
          "`" + place + "` has a text of more than " + maxText + " characters");
    }
  }

  static void checkValues(int values, Limits limits) {
    int limit = limits.of(Limit.VALUES);
    if (values > limit) {
      throw new InvalidRequestException("the request holds more than " + limit + " values");
    }
  }
}
