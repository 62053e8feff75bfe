package dev.verdict.server.http;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;

/** Counts the values of one set of attributes and keeps them within the bounds of a request. */
final class ValueCount {

  private final String path;
  private final Limits limits;
  private int values;

  private ValueCount(String path, Limits limits) {
    this.path = path;
    this.limits = limits;
  }

  /**
   * @param path of the attributes, for messages
   * @throws InvalidRequestException where there are too many, or they are nested too deep
   */
  static int of(String path, Value.Structure attributes, Limits limits) {
    var count = new ValueCount(path, limits);
    count.members(attributes.attributes(), 0);
    return count.values;
  }

  private void members(Attributes attributes, int depth) {
    for (String name : attributes.names()) {
      Value value = attributes.get(name);
      if (value != null) {
        count(value, depth);
      }
    }
  }

  private void count(Value value, int depth) {
    int limit = limits.of(Limit.VALUES);
    if (++values > limit) {
      throw new InvalidRequestException("`" + path + "` holds more than " + limit + " values");
    }
    if (value instanceof Value.Structure structure) {
      members(structure.attributes(), deeper(depth));
    } else if (value instanceof Value.Sequence sequence) {
      int inside = deeper(depth);
      sequence.values().forEach(element -> count(element, inside));
    }
  }

  private int deeper(int depth) {
    int limit = limits.of(Limit.DEPTH);
    if (depth >= limit) {
      throw new InvalidRequestException("`" + path + "` is nested deeper than " + limit);
    }
    return depth + 1;
  }
}
