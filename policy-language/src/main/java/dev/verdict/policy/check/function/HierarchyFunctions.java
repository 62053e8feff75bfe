package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.ReferenceLiterals;
import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.function.ToReference;
import dev.verdict.policy.schema.EntityTypes;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Reference;
import dev.verdict.policy.syntax.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What speaks of entities and what they lie in: {@code within}, {@code ref}. */
final class HierarchyFunctions {

  static final List<PublishedFunction> ALL =
      List.of(
          PublishedFunction.of("within(resource.folder, 'id')", 2, HierarchyFunctions::within),
          PublishedFunction.of("ref('type', id)", 2, HierarchyFunctions::reference));

  private static final String EXPECTED = "a reference, or a set or list of references";

  private HierarchyFunctions() {}

  private static Optional<Typed> within(FunctionCall call) {
    if (call.argument(0) instanceof Syntax.TextLiteral) {
      return call.findings()
          .mismatch(
              call.fragment(),
              "what lies in the other comes first, and it is a reference: `within(subject.group,"
                  + " 'id')`, `within(ref('user', subject.id), 'id')`");
    }
    Optional<Expression> inner = call.value(0, type -> referred(type).isPresent(), EXPECTED);
    Optional<Expression> outer = call.value(1);
    if (inner.isEmpty() || outer.isEmpty()) {
      return Optional.empty();
    }
    Reference type = referred(inner.get().type()).orElseThrow();
    return outer(call, type, outer.get())
        .map(known -> new Typed(new Expression.Within(inner.get(), known, call.fragment())));
  }

  /** The type of a reference, or of the references in a set or list. */
  private static Optional<Reference> referred(Type type) {
    return Types.elementOf(type).orElse(type) instanceof Reference reference
        ? Optional.of(reference)
        : Optional.empty();
  }

  private static Optional<Expression> outer(
      FunctionCall call, Reference inner, Expression written) {
    Set<String> containers = inner.types().allContainersOf(inner.entity());
    if (ReferenceLiterals.isLiteral(written)) {
      return containers.size() > 1
          ? ambiguous(call, containers, written)
          : new ReferenceLiterals(call.findings())
              .references(
                  new Reference(
                      containers.stream().findFirst().orElse(inner.entity()), inner.types()),
                  (Constant) written);
    }
    Optional<Expression> outer =
        call.require(Optional.of(written), type -> referred(type).isPresent(), EXPECTED);
    if (outer.isEmpty()) {
      return outer;
    }
    Reference type = referred(written.type()).orElseThrow();
    return type.equals(inner) || containers.contains(type.entity())
        ? outer
        : call.findings()
            .mismatch(
                call.fragment(),
                "by the schema a `" + inner.entity() + "` never lies in a `" + type.entity() + "`");
  }

  private static Optional<Expression> ambiguous(
      FunctionCall call, Set<String> containers, Expression written) {
    return call.findings()
        .mismatch(
            written.fragment(),
            "this could be of type `"
                + String.join("` or `", containers)
                + "`; write `ref('"
                + containers.iterator().next()
                + "', ..)`");
  }

  private static Optional<Typed> reference(FunctionCall call) {
    Optional<Reference> type = namedType(call);
    Optional<Expression> id = call.text(1);
    if (type.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    return id.get() instanceof Constant literal
        ? new ReferenceLiterals(call.findings()).references(type.get(), literal).map(Typed::new)
        : call.of(new ToReference(type.get()), List.of(id));
  }

  private static Optional<Reference> namedType(FunctionCall call) {
    EntityTypes types = call.entities();
    if (!(call.argument(0) instanceof Syntax.TextLiteral name)) {
      return call.findings()
          .mismatch(
              call.fragment(), "this function is called as `" + call.function().usage() + "`");
    }
    return types.names().contains(name.value())
        ? Optional.of(new Reference(name.value(), types))
        : call.findings()
            .refuse(
                DiagnosticCode.UNKNOWN_TYPE,
                name.fragment(),
                "unknown entity type `"
                    + name.value()
                    + "`"
                    + Suggestion.didYouMean(name.value(), types.names()));
  }
}
