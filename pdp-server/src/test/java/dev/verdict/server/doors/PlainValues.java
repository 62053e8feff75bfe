package dev.verdict.server.doors;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;

/** Attribute values as plain Java objects: what JSON and the SDK take. */
final class PlainValues implements Value.Visitor<Object> {

  private PlainValues() {}

  static Object of(Value value) {
    return value.accept(new PlainValues());
  }

  @Override
  public Object text(String text) {
    return text;
  }

  @Override
  public Object whole(long number) {
    return number;
  }

  @Override
  public Object decimal(BigDecimal number) {
    return number;
  }

  @Override
  public Object flag(boolean flag) {
    return flag;
  }

  @Override
  public Object sequence(List<Value> values) {
    return values.stream().map(PlainValues::of).toList();
  }

  @Override
  public Object structure(Attributes attributes) {
    var members = new LinkedHashMap<String, Object>();
    attributes.names().forEach(name -> members.put(name, of(attributes.get(name))));
    return members;
  }
}
