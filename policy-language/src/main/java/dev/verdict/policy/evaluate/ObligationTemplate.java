package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.WireForm;
import java.util.List;

/**
 * An obligation or advice that is made anew for each decision. Immutable.
 *
 * @param properties in their order
 */
public record ObligationTemplate(String id, List<Property> properties) {

  /** One of its properties. */
  public sealed interface Property {

    String name();

    /** The value where the rule matched, so that it has one. */
    Value value(Frame frame);
  }

  /** The same for every decision. */
  public record Constant(String name, Value value) implements Property {

    @Override
    public Value value(Frame frame) {
      return value;
    }
  }

  /**
   * Found for each decision.
   *
   * @param node remembers its value: it is part of the rule's condition, and has none in error here
   */
  public record Computed(String name, Node node) implements Property {

    @Override
    public Value value(Frame frame) {
      return WireForm.of(node.evaluate(frame));
    }
  }

  public ObligationTemplate {
    properties = List.copyOf(properties);
  }

  /** The obligation where no property is computed. */
  public Obligation fixed() {
    var attributes = Attributes.builder();
    for (Property property : properties) {
      if (property instanceof Constant constant) {
        attributes.add(constant.name(), constant.value());
      }
    }
    return new Obligation(id, attributes.build());
  }

  Obligation fill(Frame frame) {
    var attributes = Attributes.builder();
    properties.forEach(property -> attributes.add(property.name(), property.value(frame)));
    return new Obligation(id, attributes.build());
  }
}
