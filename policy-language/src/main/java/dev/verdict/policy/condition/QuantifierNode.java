package dev.verdict.policy.condition;

import java.util.Collection;
import java.util.List;

/**
 * Whether a condition holds of some elements of a set or list, or of all. The value that settles it
 * (true for some, false for all) wins over an error or an unknown, as with {@code ||} and {@code
 * &&}. Each element costs what the condition does.
 */
public final class QuantifierNode extends Node {

  private final Node collection;
  private final int place;
  private final Node condition;
  private final Boolean settling;
  private final long price;

  /**
   * @param place where the frame holds the element
   * @param settling the value of the condition after which the others do not matter
   * @param price what the condition costs for each element, whatever the values that it meets
   */
  public QuantifierNode(Node collection, int place, Node condition, boolean settling, long price) {
    this.collection = collection;
    this.place = place;
    this.condition = condition;
    this.settling = settling;
    this.price = price;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object elements = collection.evaluate(frame);
    if (elements instanceof NoValue) {
      return elements;
    }
    // A variable that is first used in the condition may have a quantifier at the same place.
    Object outer = frame.swapLocal(place, null);
    Object result =
        elements instanceof List<?> list
            ? ofList(list, frame)
            : ofSet((Collection<?>) elements, frame);
    frame.swapLocal(place, outer);
    return result;
  }

  /** Without the iterator that {@link #ofSet} needs. */
  private Object ofList(List<?> elements, Frame frame) {
    Object result = !settling;
    for (int i = 0; i < elements.size(); i++) {
      result = with(elements.get(i), result, frame);
      if (result == settling) {
        return result;
      }
    }
    return result;
  }

  private Object ofSet(Collection<?> elements, Frame frame) {
    Object result = !settling;
    for (Object element : elements) {
      result = with(element, result, frame);
      if (result == settling) {
        return result;
      }
    }
    return result;
  }

  /** The result so far with one more element. */
  private Object with(Object element, Object sofar, Frame frame) {
    frame.charge(price);
    frame.swapLocal(place, element);
    Object value = condition.evaluate(frame);
    return value != settling && sofar instanceof NoValue none ? none.with(value) : value;
  }
}
