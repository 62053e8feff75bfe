package dev.verdict.policy.schema;

import java.util.List;

/** The type of an attribute or of an expression. */
public sealed interface Type {

  /** The types without parts. */
  enum Simple implements Type {
    BOOL("bool"),
    STRING("string"),
    /** 64 bits. */
    INT("int"),
    /** Exact, of any size within the limits of a request. */
    DECIMAL("decimal"),
    /** An instant, written as RFC 3339. */
    TIMESTAMP("timestamp");

    private final String word;

    Simple(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** One of a few strings. */
  record Enumeration(List<String> values) implements Type {
    public Enumeration {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return "enum(" + String.join(", ", values) + ")";
    }
  }

  /** Several values, each once, in no order. */
  record SetOf(Simple element) implements Type {
    @Override
    public String toString() {
      return "set<" + element + ">";
    }
  }

  /** Several values in order. */
  record ListOf(Simple element) implements Type {
    @Override
    public String toString() {
      return "list<" + element + ">";
    }
  }
}
