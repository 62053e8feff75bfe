package dev.verdict.client;

import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known of something, each name once; immutable, and ready for the wire. */
final class Properties {

  static final Properties NONE = new Properties(List.of());

  private final List<Attribute> messages;

  private Properties(List<Attribute> messages) {
    this.messages = messages;
  }

  /** These and one more, which takes the place of another by that name; or takes it away. */
  Properties with(String name, Object value) {
    WellFormed.name("name", name);
    var result = new ArrayList<Attribute>(messages.size() + 1);
    for (Attribute message : messages) {
      if (!message.getName().equals(name)) {
        result.add(message);
      }
    }
    ValueWriter.write(name, value)
        .map(message -> Attribute.newBuilder().setName(name).setValue(message).build())
        .ifPresent(result::add);
    return new Properties(List.copyOf(result));
  }

  Optional<Value> find(String name) {
    for (Attribute message : messages) {
      if (message.getName().equals(name)) {
        return Optional.of(message.getValue());
      }
    }
    return Optional.empty();
  }

  List<Attribute> messages() {
    return messages;
  }

  /** The names only: values are not for logs. */
  @Override
  public String toString() {
    return messages.stream().map(Attribute::getName).collect(Collectors.joining(", ", "[", "]"));
  }
}
