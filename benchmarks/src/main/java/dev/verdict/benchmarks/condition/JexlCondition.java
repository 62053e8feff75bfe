package dev.verdict.benchmarks.condition;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.apache.commons.jexl3.introspection.JexlPropertySet;
import org.apache.commons.jexl3.introspection.JexlUberspect;
import org.apache.commons.jexl3.introspection.JexlUberspect.PropertyResolver;
import org.jspecify.annotations.Nullable;

/**
 * The condition in JEXL's interpreter, locked down as far as it lets itself be: no permissions, no
 * reflection (attributes are keys of maps), and no coercion of one type to another.
 */
final class JexlCondition {

  private static final JexlEngine ENGINE =
      new JexlBuilder()
          .features(JexlFeatures.createNone().structuredLiteral(true))
          .permissions(JexlPermissions.NONE)
          .strategy((operator, object) -> List.of(new MapKeys()))
          .arithmetic(new WithoutCoercion())
          .strict(true)
          .safe(false)
          .silent(false)
          .antish(false)
          .booleanLogical(true)
          .create();

  private final JexlExpression expression =
      ENGINE.createExpression(
          new JexlInfo("condition", 1, 1),
          CheckedConditions.TEXT.formatted(CheckedConditions.STATUS));

  /** The attributes, one map for each root. */
  static JexlContext context(Question question) {
    var subject = new HashMap<String, Object>();
    subject.put("id", question.id());
    subject.put("tenant", question.tenant());
    subject.put("scopes", new HashSet<>(question.scopes()));
    subject.put("roles", new HashSet<>(question.roles()));
    subject.put("level", question.level());
    var resource = new HashMap<String, Object>();
    resource.put("tenant", question.resourceTenant());
    resource.put("owner", question.owner());
    resource.put("status", question.status());
    resource.put("level", question.limit());
    var context = new MapContext();
    context.set("subject", subject);
    context.set("resource", resource);
    return context;
  }

  Object evaluate(JexlContext context) {
    return expression.evaluate(context);
  }

  /** Knows keys of maps and nothing else. */
  private static final class MapKeys implements PropertyResolver {
    @Override
    public @Nullable JexlPropertyGet getPropertyGet(
        JexlUberspect uberspect, Object target, Object key) {
      return target instanceof Map<?, ?> ? new MapGet(key) : null;
    }

    @Override
    public @Nullable JexlPropertySet getPropertySet(
        JexlUberspect uberspect, Object target, Object key, Object value) {
      return null;
    }
  }

  /** Reads one key; the interpreter keeps it with the expression. */
  private record MapGet(Object key) implements JexlPropertyGet {
    @Override
    public @Nullable Object invoke(Object target) {
      return ((Map<?, ?>) target).get(key);
    }

    @Override
    public boolean isCacheable() {
      return true;
    }

    @Override
    public boolean tryFailed(@Nullable Object value) {
      return value == JexlEngine.TRY_FAILED;
    }

    @Override
    public @Nullable Object tryInvoke(Object target, Object wanted) {
      return target instanceof Map<?, ?> map && key.equals(wanted)
          ? map.get(key)
          : JexlEngine.TRY_FAILED;
    }
  }

  /** What our types rule out at load, this refuses when it happens. */
  private static final class WithoutCoercion extends JexlArithmetic {

    WithoutCoercion() {
      super(true);
    }

    @Override
    public boolean equals(@Nullable Object left, @Nullable Object right) {
      if (left == null || right == null || left.getClass() != right.getClass()) {
        throw new ArithmeticException("operands: of two types (expected: of one)");
      }
      return left.equals(right);
    }

    @Override
    public Boolean contains(@Nullable Object container, @Nullable Object value) {
      if (!(container instanceof Collection<?> collection) || value == null) {
        throw new ArithmeticException("container: not a collection (expected: a collection)");
      }
      return collection.contains(value);
    }
  }
}
