package dev.verdict.policy.yaml;

import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.source.Region;
import dev.verdict.policy.source.Span;
import java.util.List;
import java.util.Optional;

/** A piece of YAML and where it stands. Only {@link YamlReader} makes them. */
public sealed interface YamlNode {

  Span span();

  /** What this is, for messages: {@code a list}. */
  String shape();

  /** The nodes that it consists of. */
  List<YamlNode> parts();

  /** Calls the method of the visitor that is for this kind of node. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of node. */
  interface Visitor<R> {

    R scalar(Scalar scalar);

    R sequence(Sequence sequence);

    R mapping(Mapping mapping);
  }

  /**
   * Anything that is neither a list nor a mapping.
   *
   * @param value the text after quotes, escapes and folding are undone
   * @param plain whether it stands without quotes, so that YAML 1.2's core schema may give it a
   *     type
   * @param text the value with the place of each of its characters; empty text has none
   */
  record Scalar(String value, boolean plain, Optional<MappedText> text, Span span)
      implements YamlNode {
    @Override
    public String shape() {
      return "a single value";
    }

    @Override
    public List<YamlNode> parts() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.scalar(this);
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, Span span) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String shape() {
      return "a list";
    }

    @Override
    public List<YamlNode> parts() {
      return items;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sequence(this);
    }
  }

  /**
   * Keys and values in their order; each key once.
   *
   * @param span how the mapping is pointed at: the first key, or the braces on their first line
   * @param region all of it
   */
  record Mapping(List<Entry> entries, Span span, Region region) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String shape() {
      return "a mapping";
    }

    @Override
    public List<YamlNode> parts() {
      return entries.stream().map(Entry::value).toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapping(this);
    }
  }

  /** One key and its value. */
  record Entry(Scalar key, YamlNode value) {}
}
