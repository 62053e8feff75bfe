package dev.verdict.policy.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which attribute of a request: {@code resource.owner}. */
public record AttributePath(Root root, String name) {

  /** What attributes belong to. */
  public enum Root {
    SUBJECT,
    ACTION,
    RESOURCE,
    CONTEXT;

    /** The root of that name in a condition. */
    public static Optional<Root> named(String name) {
      return Arrays.stream(values()).filter(root -> root.word().equals(name)).findFirst();
    }

    /** All names. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Root::word).toList();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As an author writes it. */
  @Override
  public String toString() {
    return root.word() + "." + name;
  }
}
