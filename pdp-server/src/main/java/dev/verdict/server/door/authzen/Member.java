package dev.verdict.server.door.authzen;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Members of a JSON object, by the type that they must have; a wrong one is the caller's fault. */
final class Member {

  private Member() {}

  /** Of the body itself, or of an item of a batch. */
  static @Nullable Attributes object(Attributes members, String name) {
    return object(members, null, name);
  }

  /** Of the body itself. */
  static Optional<String> text(Attributes members, String name) {
    return text(members, null, name);
  }

  /** Of the body itself. */
  static Optional<List<Value>> list(Attributes members, String name) {
    Value value = members.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Value.Sequence sequence) {
      return Optional.of(sequence.values());
    }
    throw wrong(null, name, "a list");
  }

  /**
   * @param parent path of the object for messages; absent for the body itself
   */
  static @Nullable Attributes object(Attributes members, @Nullable String parent, String name) {
    Value value = members.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Value.Structure structure) {
      return structure.attributes();
    }
    throw wrong(parent, name, "an object");
  }

  static Optional<String> text(Attributes members, @Nullable String parent, String name) {
    Value value = members.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Value.Text text) {
      return Optional.of(text.text());
    }
    throw wrong(parent, name, "a string");
  }

  static String requiredText(Attributes members, String parent, String name) {
    return text(members, parent, name).orElseThrow(() -> missing(path(parent, name)));
  }

  /** False where it is absent. */
  static boolean flag(Attributes members, @Nullable String parent, String name) {
    Value value = members.get(name);
    if (value == null) {
      return false;
    }
    if (value instanceof Value.Flag flag) {
      return flag.flag();
    }
    throw wrong(parent, name, "true or false");
  }

  static InvalidRequestException missing(String path) {
    return new InvalidRequestException("`" + path + "` is missing");
  }

  private static InvalidRequestException wrong(
      @Nullable String parent, String name, String expected) {
    return new InvalidRequestException("`" + path(parent, name) + "` is not " + expected);
  }

  private static String path(@Nullable String parent, String name) {
    return parent == null ? name : parent + "." + name;
  }
}
