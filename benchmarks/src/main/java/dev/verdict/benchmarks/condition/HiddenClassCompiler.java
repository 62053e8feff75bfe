package dev.verdict.benchmarks.condition;

import dev.verdict.policy.condition.Node;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Expression;
import java.lang.invoke.MethodHandles;
import java.util.function.ToIntFunction;

/**
 * The road not taken: a condition as a class of its own, made at load. It reads the same slots and
 * has the same errors as our nodes. For the expressions of the measured condition only.
 */
final class HiddenClassCompiler {

  private final ToIntFunction<AttributePath> slots;

  /**
   * @param slots the slot of each attribute
   */
  HiddenClassCompiler(ToIntFunction<AttributePath> slots) {
    this.slots = slots;
  }

  Node compile(Expression condition) {
    var code = new ConditionBytecode(slots);
    byte[] bytes = code.classOf(condition);
    try {
      // beside the nodes, since slots are open to that package only
      return (Node)
          MethodHandles.privateLookupIn(Node.class, MethodHandles.lookup())
              .defineHiddenClassWithClassData(bytes, code.errors(), true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("the generated class does not load", impossible);
    }
  }
}
