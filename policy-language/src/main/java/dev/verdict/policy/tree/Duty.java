package dev.verdict.policy.tree;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.request.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * An obligation or advice of a rule.
 *
 * @param id what to do
 * @param properties how, in their order
 */
public record Duty(String id, List<Property> properties) {

  /** One of its properties. */
  public sealed interface Property {

    String name();

    <R> R accept(Visitor<R> visitor);
  }

  /** Something that is done to each kind of property. */
  public interface Visitor<R> {

    R constant(Constant property);

    R computed(Computed property);
  }

  /** The same for every decision. */
  public record Constant(String name, Value value) implements Property {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constant(this);
    }
  }

  /** Found for each decision; a text, number, flag or collection of these. */
  public record Computed(String name, Expression expression) implements Property {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.computed(this);
    }
  }

  private static final Visitor<Stream<Expression>> EXPRESSIONS =
      new Visitor<>() {
        @Override
        public Stream<Expression> constant(Constant property) {
          return Stream.of();
        }

        @Override
        public Stream<Expression> computed(Computed property) {
          return Stream.of(property.expression());
        }
      };

  public Duty {
    properties = List.copyOf(properties);
  }

  /** What has to have a value where the rule matches, in the order of the properties. */
  public Stream<Expression> expressions() {
    return properties.stream().flatMap(property -> property.accept(EXPRESSIONS));
  }
}
