package dev.verdict.server.doors;

import dev.verdict.policy.request.Value;

/** Attribute values as plain Java objects: what JSON and the SDK take. */
final class PlainValues {

  private PlainValues() {}

  static Object of(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Whole whole) {
      return whole.number();
    }
    if (value instanceof Value.Decimal decimal) {
      return decimal.number();
    }
    if (value instanceof Value.Flag flag) {
      return flag.flag();
    }
    return ((Value.Sequence) value).values().stream().map(PlainValues::of).toList();
  }
}
