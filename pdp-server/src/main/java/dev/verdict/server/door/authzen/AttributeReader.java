package dev.verdict.server.door.authzen;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.ValueSource;
import dev.verdict.server.door.question.AttributeBounds;
import dev.verdict.server.json.JsonKind;
import dev.verdict.server.json.JsonTokens;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the attributes of one question, all of them within the same bounds. Values are checked and
 * counted; they are made once a rule asks for them.
 */
final class AttributeReader {

  private final JsonTokens json;
  private final AttributeBounds bounds;
  private final ValueSource values;

  AttributeReader(JsonTokens json, AttributeBounds bounds) {
    this.json = json;
    this.bounds = bounds;
    this.values = json.values();
  }

  /**
   * Reads the object at hand.
   *
   * @param part names it in messages, as {@code resource.properties}
   */
  Attributes read(String part) {
    Member.check(json, JsonKind.OBJECT, part);
    json.beginKept();
    bounds.enter(part);
    Attributes.Builder attributes = Attributes.builder(values);
    Set<String> nulls = Set.of();
    while (json.nextMember()) {
      if (json.isNull()) {
        nulls = withNull(nulls);
      } else {
        readAttribute(attributes);
      }
    }
    Attributes read = attributes.build();
    if (!nulls.isEmpty() && !Collections.disjoint(nulls, read.names())) {
      throw new InvalidRequestException("a member name stands twice in `" + part + "`");
    }
    return read;
  }

  private void readAttribute(Attributes.Builder attributes) {
    String name = json.name();
    bounds.name(name);
    if (!attributes.addUnread(name, json.place())) {
      throw json.nameTwice();
    }
    check(0);
  }

  private Set<String> withNull(Set<String> nulls) {
    Set<String> more = nulls.isEmpty() ? new HashSet<>() : nulls;
    if (!more.add(json.name())) {
      throw json.nameTwice();
    }
    return more;
  }

  /** Checks the value at hand. */
  private void check(int depth) {
    bounds.value();
    switch (json.kind()) {
      case OBJECT -> checkMembers(bounds.deeper(depth));
      case LIST -> checkElements(bounds.deeper(depth));
      case TEXT, NUMBER, FLAG, NULL -> json.skip();
    }
  }

  private void checkMembers(int depth) {
    json.beginObject();
    while (json.nextMember()) {
      if (!json.isNull()) {
        bounds.name(json.name());
        check(depth);
      }
    }
  }

  private void checkElements(int depth) {
    json.beginList();
    while (json.nextElement()) {
      check(depth);
    }
  }
}
