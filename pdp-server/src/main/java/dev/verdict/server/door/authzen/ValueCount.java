package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.List;

/** Counts the values of one set of attributes and keeps them within the bounds of a request. */
final class ValueCount implements Value.Visitor<ValueCount> {

  private final String path;
  private final Limits limits;
  private int values;
  private int depth;

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
    count.members(attributes.attributes());
    return count.values;
  }

  private ValueCount count(Value value) {
    int limit = limits.of(Limit.VALUES);
    if (++values > limit) {
      throw new InvalidRequestException("`" + path + "` holds more than " + limit + " values");
    }
    return value.accept(this);
  }

  private ValueCount members(Attributes attributes) {
    for (String name : attributes.names()) {
      Value value = attributes.get(name);
      if (value != null) {
        count(value);
      }
    }
    return this;
  }

  @Override
  public ValueCount text(String text) {
    return this;
  }

  @Override
  public ValueCount whole(long number) {
    return this;
  }

  @Override
  public ValueCount decimal(BigDecimal number) {
    return this;
  }

  @Override
  public ValueCount flag(boolean flag) {
    return this;
  }

  @Override
  public ValueCount sequence(List<Value> elements) {
    deeper();
    for (Value element : elements) {
      count(element);
    }
    depth--;
    return this;
  }

  @Override
  public ValueCount structure(Attributes attributes) {
    deeper();
    members(attributes);
    depth--;
    return this;
  }

  private void deeper() {
    int limit = limits.of(Limit.DEPTH);
    if (depth >= limit) {
      throw new InvalidRequestException("`" + path + "` is nested deeper than " + limit);
    }
    depth++;
  }
}
