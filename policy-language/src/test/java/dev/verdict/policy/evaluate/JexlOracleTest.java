package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.compile.PolicyCompiler;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Conversion;
import dev.verdict.policy.tree.PolicyLowering;
import dev.verdict.policy.work.WorkMeter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.junit.jupiter.api.Test;

/**
 * JEXL's own interpreter as a second opinion on what a condition means. Where both have a value it
 * is the same. Requests are complete and well typed, since an absent attribute is null to JEXL and
 * an error to us. Where 64 bits overflow, one of the two has no value: we make an error of it, JEXL
 * goes on in larger numbers or fails, also where {@code &&} makes that of no account. Two
 * differences are meant: JEXL finds no number in a list whose numbers are of another Java class, so
 * lists of numbers are left out; and our functions are not operators of JEXL, so it is handed them,
 * {@code has} under another name, since JEXL has a {@code has} that asks for variables.
 */
class JexlOracleTest {

  /** One that a function finds again, for the functions that it is handed. */
  private static final class Context extends MapContext implements JexlContext.ThreadLocal {}

  private static final JexlEngine JEXL =
      new JexlBuilder()
          .features(JexlFeatures.createDefault().namespaceIdentifier(true))
          .strict(true)
          .safe(false)
          .silent(false)
          .permissions(JexlPermissions.UNRESTRICTED)
          .arithmetic(new JexlTimes())
          .namespaces(namespace())
          .create();

  private static Map<String, Object> namespace() {
    var namespaces = new HashMap<String, Object>();
    namespaces.put(null, new JexlFunctions());
    return namespaces;
  }

  @Test
  void aConditionMeansWhatItMeansToJexl() {
    var share = new Share();
    new GeneratedPairs("conditions and requests").forEachSeed(seed -> compare(seed, share));

    assertThat(share.compared).isGreaterThan(share.all / 10 * 8);
  }

  /** How often both had a value. */
  private static final class Share {
    private int all;
    private int compared;
  }

  private static void compare(long seed, Share share) {
    var random = new Random(seed);
    String condition = condition(random);
    CheckedPolicySet policies = RandomPolicies.ofOneRule(condition);
    var evaluator =
        new Evaluator(
            PolicyCompiler.compile(PolicyLowering.lower(policies), "r1", Limits.STANDARD));
    JexlExpression expression = JEXL.createExpression(inJexl(condition));
    var requests = new RandomRequests(random, true);
    for (int i = 0; i < GeneratedPairs.REQUESTS; i++) {
      AccessRequest request = requests.userRequest();
      Optional<Object> ours = value(evaluator.decide(request));
      Optional<Object> theirs = jexl(expression, request);
      share.all++;
      if (ours.isPresent() && theirs.isPresent()) {
        share.compared++;
        assertThat(ours).as(condition).isEqualTo(theirs);
      }
    }
  }

  private static String condition(Random random) {
    var conditions = new RandomConditions(random, false);
    String condition = conditions.flag(random.nextInt(4));
    while (condition.contains("[0, 1, 3]")) {
      condition = conditions.flag(random.nextInt(4));
    }
    return condition;
  }

  private static Optional<Object> value(Decision decision) {
    return decision.reason().code() == ReasonCode.RULE_ERROR
        ? Optional.empty()
        : Optional.of(decision.permitted());
  }

  private static Optional<Object> jexl(JexlExpression expression, AccessRequest request) {
    JexlContext context = new Context();
    context.set("subject", entity(request.subject(), Samples.USER));
    context.set("resource", entity(request.resource(), Samples.DOCUMENT));
    context.set(
        "action",
        with(
            values(
                request.action().attributes(),
                Samples.schema(false)
                    .resources()
                    .get("document")
                    .actions()
                    .get(request.action().name())
                    .attributes()),
            Map.of("name", request.action().name())));
    context.set(
        "context", with(values(request.context(), Samples.CONTEXT), Map.of("now", request.now())));
    context.set("isOwner", isOwner(request));
    try {
      return Optional.of(expression.evaluate(context));
    } catch (JexlException overflow) {
      return Optional.empty();
    }
  }

  /** {@code any(list, x, condition)} is a function of a function there. */
  private static String inJexl(String condition) {
    return condition.replace("has(", "present(").replaceAll(", ([xy]), ", ", $1 -> ");
  }

  private static boolean isOwner(AccessRequest request) {
    return Conversion.convert(
            request.resource().attributes().get("owner"),
            Samples.DOCUMENT.get("owner").type(),
            WorkMeter.UNBOUNDED)
        .equals(request.subject().id());
  }

  private static Map<String, Object> entity(
      Entity entity, Map<String, AttributeDeclaration> declared) {
    return with(
        values(entity.attributes(), declared), Map.of("id", entity.id(), "type", entity.type()));
  }

  private static Map<String, Object> values(
      Attributes attributes, Map<String, AttributeDeclaration> declared) {
    var values = new HashMap<String, Object>();
    for (String name : attributes.names()) {
      values.put(name, JexlFunctions.value(attributes.get(name), declared.get(name).type()));
    }
    return values;
  }

  private static Map<String, Object> with(Map<String, Object> values, Map<String, ?> more) {
    values.putAll(more);
    return values;
  }
}
