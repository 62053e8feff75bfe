package dev.verdict.policy.evaluate;

import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.data.StoredEntity;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.LocalVariable;
import dev.verdict.policy.expression.Quantifier;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Conversion;
import dev.verdict.policy.schema.EntityReference;
import dev.verdict.policy.schema.RecordValue;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.work.WorkMeter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Interprets typed expressions for one request, straight from their definition. */
final class ReferenceExpressions {

  /** In the place of a value that does not exist. */
  static final Object ERROR =
      new Object() {
        @Override
        public String toString() {
          return "error";
        }
      };

  private static final Object ABSENT = new Object();

  private final CheckedPolicySet policies;
  private final AccessRequest request;
  private final IdentityHashMap<LocalVariable, Object> locals = new IdentityHashMap<>();
  private final Optional<AccessRequest> actedFor;

  ReferenceExpressions(CheckedPolicySet policies, AccessRequest request) {
    this(policies, request, Optional.empty());
  }

  /**
   * @param actedFor the request of the subject in whose place the actor stands
   */
  ReferenceExpressions(
      CheckedPolicySet policies, AccessRequest request, Optional<AccessRequest> actedFor) {
    this.policies = policies;
    this.request = request;
    this.actedFor = actedFor;
  }

  Object evaluate(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return constant.value();
    }
    if (expression instanceof Expression.Lookup lookup) {
      Object value = lookUp(lookup);
      return value == ABSENT ? ERROR : value;
    }
    if (expression instanceof Expression.Has has) {
      Object value = lookUp(has.operand());
      return value == ERROR ? ERROR : value != ABSENT;
    }
    if (expression instanceof Expression.Local local) {
      return locals.get(local.variable());
    }
    if (expression instanceof Expression.Quantified quantified) {
      return quantified(quantified);
    }
    if (expression instanceof Expression.Use use) {
      return evaluate(use.variable().definition());
    }
    if (expression instanceof Expression.Coalesce coalesce) {
      for (Expression.Lookup candidate : coalesce.candidates()) {
        Object value = lookUp(candidate);
        if (value != ABSENT) {
          return value;
        }
      }
      return evaluate(coalesce.fallback());
    }
    if (expression instanceof Expression.Choice choice) {
      Object test = evaluate(choice.test());
      return test == ERROR
          ? ERROR
          : evaluate(test.equals(true) ? choice.whenTrue() : choice.whenFalse());
    }
    if (expression instanceof Expression.And and) {
      return junction(evaluate(and.left()), evaluate(and.right()), false);
    }
    if (expression instanceof Expression.Or or) {
      return junction(evaluate(or.left()), evaluate(or.right()), true);
    }
    return strict(expression);
  }

  private Object quantified(Expression.Quantified quantified) {
    Object elements = evaluate(quantified.collection());
    if (elements == ERROR) {
      return ERROR;
    }
    boolean any = quantified.quantifier() == Quantifier.ANY;
    Object result = !any;
    for (Object element : (Collection<?>) elements) {
      locals.put(quantified.element(), element);
      result = junction(result, evaluate(quantified.condition()), any);
    }
    return result;
  }

  private Object lookUp(Expression.Lookup lookup) {
    if (lookup instanceof Expression.Read read) {
      return attribute(read.path());
    }
    var member = (Expression.Member) lookup;
    Object record =
        member.record() instanceof Expression.Lookup outer
            ? lookUp(outer)
            : evaluate(member.record());
    if (record == ERROR || record == ABSENT) {
      return record;
    }
    Object value = ((RecordValue) record).member(member.index());
    return value == null ? ABSENT : value;
  }

  /** The decisive value wins over an error, whichever side it is on. */
  static Object junction(Object left, Object right, boolean decisive) {
    if (left.equals(decisive) || right.equals(decisive)) {
      return decisive;
    }
    return left == ERROR || right == ERROR ? ERROR : (Object) !decisive;
  }

  /** Operators that have no value where an operand has none. */
  private Object strict(Expression expression) {
    if (expression instanceof Expression.Not not) {
      Object operand = evaluate(not.operand());
      return operand == ERROR ? ERROR : (Object) operand.equals(false);
    }
    if (expression instanceof Expression.Size size) {
      Object operand = evaluate(size.operand());
      return operand == ERROR ? ERROR : (Object) (long) length(operand);
    }
    if (expression instanceof Expression.Empty empty) {
      Object operand = evaluate(empty.operand());
      return operand == ERROR ? ERROR : (Object) (length(operand) == 0);
    }
    if (expression instanceof Expression.ToDecimal decimal) {
      Object operand = evaluate(decimal.operand());
      return operand == ERROR ? ERROR : new BigDecimal((Long) operand).stripTrailingZeros();
    }
    if (expression instanceof Expression.Matches matches) {
      Object text = evaluate(matches.text());
      return text == ERROR ? ERROR : (Object) matches.pattern().matches((String) text);
    }
    if (expression instanceof Expression.Call call) {
      List<Object> arguments = call.arguments().stream().map(this::evaluate).toList();
      return arguments.contains(ERROR)
          ? ERROR
          : ReferenceFunctions.value(call.function(), arguments).orElse(ERROR);
    }
    return binary(expression);
  }

  private Object binary(Expression expression) {
    if (expression instanceof Expression.Equal equal) {
      return both(equal.left(), equal.right(), Object::equals);
    }
    if (expression instanceof Expression.Compare compare) {
      return both(
          compare.left(),
          compare.right(),
          (left, right) -> compare.order().holds(comparison(left, right)));
    }
    if (expression instanceof Expression.Contains contains) {
      return both(
          contains.collection(),
          contains.element(),
          (all, one) -> ((Collection<?>) all).stream().anyMatch(one::equals));
    }
    if (expression instanceof Expression.Within within) {
      return both(
          within.inner(),
          within.outer(),
          (inner, outer) ->
              each(inner).stream()
                  .anyMatch(one -> !Collections.disjoint(around(one), each(outer))));
    }
    if (expression instanceof Expression.StartsWith startsWith) {
      return both(
          startsWith.text(),
          startsWith.part(),
          (text, part) -> ((String) text).indexOf((String) part) == 0);
    }
    if (expression instanceof Expression.EndsWith endsWith) {
      return both(
          endsWith.text(),
          endsWith.part(),
          (text, part) -> ((String) text).endsWith((String) part));
    }
    var arithmetic = (Expression.Arithmetic) expression;
    return both(
        arithmetic.left(), arithmetic.right(), (left, right) -> reckon(arithmetic, left, right));
  }

  private static Collection<?> each(Object value) {
    return value instanceof Collection<?> all ? all : List.of(value);
  }

  /** An entity and all that it lies in: by its own word, and by {@link Samples#CONTAINERS}. */
  private static Set<Object> around(Object entity) {
    var found = new HashSet<Object>(((EntityReference) entity).asserted());
    found.add(entity);
    int before = 0;
    while (found.size() > before) {
      before = found.size();
      Samples.CONTAINERS.forEach(
          (inner, outer) -> {
            if (found.contains(inner)) {
              found.addAll(outer);
            }
          });
    }
    return found;
  }

  private interface Operation {
    Object apply(Object left, Object right);
  }

  private Object both(Expression left, Expression right, Operation operation) {
    Object first = evaluate(left);
    Object second = evaluate(right);
    return first == ERROR || second == ERROR ? ERROR : operation.apply(first, second);
  }

  @SuppressWarnings("unchecked")
  private static int comparison(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  private static Object reckon(Expression.Arithmetic arithmetic, Object left, Object right) {
    boolean ints = left instanceof Long;
    BigDecimal first = ints ? new BigDecimal((Long) left) : (BigDecimal) left;
    BigDecimal second = ints ? new BigDecimal((Long) right) : (BigDecimal) right;
    BigDecimal result =
        switch (arithmetic.operator()) {
          case PLUS -> first.add(second);
          case MINUS -> first.subtract(second);
          case TIMES -> first.multiply(second);
        };
    if (!ints) {
      return result.stripTrailingZeros();
    }
    return result.toBigIntegerExact().bitLength() > 63 ? ERROR : (Object) result.longValueExact();
  }

  private static int length(Object value) {
    return value instanceof String text
        ? (int) text.codePoints().count()
        : ((Collection<?>) value).size();
  }

  /** What is asked of the subject's roles or scopes, of which it may have none; or an error. */
  @SuppressWarnings("unchecked")
  Object names(String attribute, Predicate<Set<Object>> wanted) {
    Object names = attribute(new AttributePath(AttributePath.Root.SUBJECT, attribute));
    if (names == ERROR) {
      return ERROR;
    }
    return wanted.test(names == ABSENT ? Set.of() : (Set<Object>) names);
  }

  /** A text attribute that is there and not empty. */
  Optional<Object> text(AttributeDeclaration declaration, boolean ofSubject) {
    Object value =
        attribute(
            new AttributePath(
                ofSubject ? AttributePath.Root.SUBJECT : AttributePath.Root.RESOURCE,
                declaration.name()));
    // texts that hold nothing but what cannot be seen have no letter, mark, number or sign
    return value instanceof String text && text.codePoints().anyMatch(ReferenceExpressions::shows)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean shows(int character) {
    return Character.toString(character).matches("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Co}]");
  }

  private Object subject(AccessRequest of, String name) {
    Entity subject = of.subject();
    return entity(
        name,
        subject,
        policies.schema().subjects().get(subject.type()).attributes(),
        policies.data().ofSubject(subject.type(), subject.id()),
        of.entitlement().replaces().contains(Part.SUBJECT));
  }

  /** An actor of whose scopes nothing is said, stored or in the request, has the subject's. */
  private Object whoAsks(String name) {
    Object own = subject(request, name);
    Entity asking = request.subject();
    boolean inherits =
        name.equals("scopes")
            && own == ABSENT
            && actedFor.isPresent()
            && !policies.data().ofSubject(asking.type(), asking.id()).absent().contains(name);
    return inherits ? subject(actedFor.get(), name) : own;
  }

  private Object attribute(AttributePath path) {
    if (path.name().equals(AttributePath.TENANT_CONTRADICTED)) {
      return new ReferenceGuard(policies)
          .contradictsStored(request, path.root() == AttributePath.Root.SUBJECT);
    }
    return switch (path.root()) {
      case ACTOR, SUBJECT -> whoAsks(path.name());
      case ACTED_FOR -> actedFor.map(other -> subject(other, path.name())).orElse(ABSENT);
      case RESOURCE ->
          entity(
              path.name(),
              request.resource(),
              policies.schema().resources().get(request.resource().type()).attributes(),
              policies.data().ofResource(request.resource().type(), request.resource().id()),
              request.entitlement().replaces().contains(Part.RESOURCE));
      case ACTION ->
          path.name().equals("name")
              ? request.action().name()
              : declared(
                  path.name(),
                  ReferenceActions.attributes(
                      policies.schema().resources().get(request.resource().type()),
                      request.action().name()),
                  request.action().attributes(),
                  StoredEntity.NONE,
                  request.entitlement().replaces().contains(Part.ACTION));
      case CONTEXT ->
          path.name().equals("now")
              ? request.now()
              : declared(
                  path.name(),
                  policies.schema().context(),
                  request.context(),
                  StoredEntity.NONE,
                  request.entitlement().replaces().contains(Part.CONTEXT));
    };
  }

  private static Object entity(
      String name,
      Entity entity,
      Map<String, AttributeDeclaration> declared,
      StoredEntity stored,
      boolean replaces) {
    if (name.equals("id")) {
      return entity.id();
    }
    return name.equals("type")
        ? entity.type()
        : declared(name, declared, entity.attributes(), stored, replaces);
  }

  /** Whether two names differ in nothing but case, hyphens, underscores, or, if long, one edit. */
  private static boolean isSlip(String written, String meant) {
    return letters(written).equals(letters(meant))
        || (meant.length() > 4
            && (without(written).contains(meant)
                || without(meant).contains(written)
                || differences(written, meant).size() == 1
                || isSwapped(written, meant)));
  }

  private static String letters(String name) {
    return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  /** All that is left where one character is taken away. */
  private static Set<String> without(String name) {
    return IntStream.range(0, name.length())
        .mapToObj(i -> new StringBuilder(name).deleteCharAt(i).toString())
        .collect(Collectors.toSet());
  }

  /** Where two names of one length differ; nothing where they are of different lengths. */
  private static List<Integer> differences(String one, String other) {
    return one.length() != other.length()
        ? List.of()
        : IntStream.range(0, one.length())
            .filter(i -> one.charAt(i) != other.charAt(i))
            .boxed()
            .toList();
  }

  private static boolean isSwapped(String one, String other) {
    List<Integer> places = differences(one, other);
    return places.size() == 2
        && places.get(1) == places.get(0) + 1
        && one.charAt(places.get(0)) == other.charAt(places.get(1))
        && one.charAt(places.get(1)) == other.charAt(places.get(0));
  }

  /** What is stored counts, unless the request may replace it; and no value may be stored. */
  private static Object declared(
      String attribute,
      Map<String, AttributeDeclaration> all,
      Attributes asserted,
      StoredEntity stored,
      boolean replaces) {
    AttributeDeclaration declaration = all.get(attribute);
    if (declaration == null) {
      return ABSENT;
    }
    String name = declaration.name();
    boolean mayAssert = declaration.fromRequest() && asserted.names().contains(name);
    boolean storesValue = stored.attributes().names().contains(name);
    boolean storesAny = declaration.fromData() && (storesValue || stored.absent().contains(name));
    Value value = null;
    if (mayAssert && (replaces || !storesAny)) {
      value =
          replaces
              ? asserted.get(name)
              : withoutKnownAncestors(asserted.get(name), declaration.type());
    } else if (storesAny && storesValue) {
      value = stored.attributes().get(name);
    }
    if (value == null) {
      boolean couldHaveSaid = declaration.fromRequest() && (replaces || !storesAny);
      return couldHaveSaid
              && asserted.names().stream()
                  .filter(each -> !all.containsKey(each))
                  .anyMatch(each -> isSlip(each, name))
          ? ERROR
          : ABSENT;
    }
    Object converted = Conversion.convert(value, declaration.type(), WorkMeter.UNBOUNDED);
    return converted == null ? ERROR : converted;
  }

  /** Leaves out what a request says of entities that {@link Samples#CONTAINERS} knows. */
  private static Value withoutKnownAncestors(Value value, Type type) {
    if (type instanceof Type.Structure structure && value instanceof Value.Structure given) {
      Attributes.Builder members = Attributes.builder();
      for (String name : given.attributes().names()) {
        int index = structure.indexOf(name);
        Value member = given.attributes().get(name);
        members.add(
            name,
            index < 0
                ? member
                : withoutKnownAncestors(member, structure.members().get(index).type()));
      }
      return new Value.Structure(members.build());
    }
    if (value instanceof Value.Sequence sequence && !(type instanceof Type.Structure)) {
      Type element =
          type instanceof Type.ListOf list
              ? list.element()
              : type instanceof Type.SetOf set ? set.element() : type;
      return new Value.Sequence(
          sequence.values().stream().map(each -> withoutKnownAncestors(each, element)).toList());
    }
    return type instanceof Type.Reference reference && value instanceof Value.Structure given
        ? withoutKnownAncestors(given.attributes(), reference.entity())
        : value;
  }

  private static Value withoutKnownAncestors(Attributes reference, String type) {
    Attributes.Builder members = Attributes.builder();
    Value id = reference.get("id");
    boolean known =
        id instanceof Value.Text text
            && Samples.CONTAINERS.containsKey(new EntityReference(type, text.text()));
    for (String name : reference.names()) {
      Value member = reference.get(name);
      if (!name.equals("in")) {
        members.add(name, member);
      } else if (!known) {
        members.add(
            name,
            withoutKnownAncestors(
                member,
                new Type.Reference(Samples.ENTITIES.containersOf(type).get(0), Samples.ENTITIES)));
      }
    }
    return new Value.Structure(members.build());
  }
}
