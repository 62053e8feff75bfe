package dev.verdict.policy.checked;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.request.Value;
import java.util.List;

/**
 * An obligation or advice of a rule.
 *
 * @param id what to do
 * @param properties how, in their order
 */
public record CheckedObligation(String id, List<Property> properties) {

  /** One of its properties. */
  public sealed interface Property {

    String name();

    /** Calls the method of the visitor that is for this kind of property. */
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

  public CheckedObligation {
    properties = List.copyOf(properties);
  }

  /** Whether it is the same for every decision. */
  public boolean isConstant() {
    return properties.stream().allMatch(property -> property instanceof Constant);
  }
}
