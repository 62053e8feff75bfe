package dev.verdict.policy.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The type of an attribute or of an expression. */
public sealed interface Type {

  /** What a type is built like; switches over it have no default, so a new kind breaks them. */
  enum Kind {
    SIMPLE,
    ENUMERATION,
    SET,
    LIST,
    STRUCTURE,
    REFERENCE
  }

  Kind kind();

  /** The types without parts. */
  enum Simple implements Type {
    BOOL("bool"),
    STRING("string"),
    /** 64 bits. */
    INT("int"),
    /** Exact, of any size within the limits of a request. */
    DECIMAL("decimal"),
    /** An instant, written as RFC 3339. */
    TIMESTAMP("timestamp"),
    /** An exact time, written as ISO 8601. */
    DURATION("duration"),
    /** An IPv4 or IPv6 address. */
    IP("ip"),
    /** A range of addresses. */
    CIDR("cidr");

    private final String word;

    Simple(String word) {
      this.word = word;
    }

    @Override
    public Kind kind() {
      return Kind.SIMPLE;
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
    public Kind kind() {
      return Kind.ENUMERATION;
    }

    /** An enum of the values of both, each once. */
    public Enumeration and(List<String> others) {
      var all = new LinkedHashSet<>(values);
      all.addAll(others);
      return new Enumeration(List.copyOf(all));
    }

    @Override
    public String toString() {
      return "enum(" + String.join(", ", values) + ")";
    }
  }

  /** Several values, each once, in no order. */
  record SetOf(Type element) implements Type {
    @Override
    public Kind kind() {
      return Kind.SET;
    }

    @Override
    public String toString() {
      return "set<" + element + ">";
    }
  }

  /** Several values in order. */
  record ListOf(Type element) implements Type {
    @Override
    public Kind kind() {
      return Kind.LIST;
    }

    @Override
    public String toString() {
      return "list<" + element + ">";
    }
  }

  /**
   * A record with a name of its own in the schema. Names are unique there, so two are the same
   * where their names are: to compare the members would take time exponential in their nesting.
   *
   * @param members in the order of the schema
   */
  record Structure(String name, List<Member> members) implements Type {
    public Structure {
      members = List.copyOf(members);
    }

    @Override
    public Kind kind() {
      return Kind.STRUCTURE;
    }

    /** The number of the member of that name; -1: there is none. */
    public int indexOf(String member) {
      return memberNames().indexOf(member);
    }

    public List<String> memberNames() {
      return members.stream().map(Member::name).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Structure structure && name.equals(structure.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A reference to an entity. Two are the same where their entity types are, whose names are unique
   * in a schema.
   *
   * @param entity the type that is referred to
   * @param types all types of the schema
   */
  record Reference(String entity, EntityTypes types) implements Type {
    @Override
    public Kind kind() {
      return Kind.REFERENCE;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Reference reference && entity.equals(reference.entity);
    }

    @Override
    public int hashCode() {
      return entity.hashCode();
    }

    @Override
    public String toString() {
      return "ref<" + entity + ">";
    }
  }

  /**
   * A part of a record.
   *
   * @param optional whether a value may come without it; conditions must then guard it
   * @param deprecated why policies should not read it any more; absent: they may
   */
  record Member(String name, Type type, boolean optional, Optional<String> deprecated) {

    /** One that may be read. */
    public Member(String name, Type type, boolean optional) {
      this(name, type, optional, Optional.empty());
    }
  }
}
