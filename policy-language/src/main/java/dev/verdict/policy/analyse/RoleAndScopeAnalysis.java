package dev.verdict.policy.analyse;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.LocalVariable;
import dev.verdict.policy.file.DeclaredNames;
import dev.verdict.policy.file.NameKind;
import dev.verdict.policy.function.CollectionFunction;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.tree.RuleTree;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds names of roles and scopes that conditions look for: undeclared or deprecated. */
final class RoleAndScopeAnalysis {

  private static final Map<String, NameKind> KINDS =
      Map.of("roles", NameKind.ROLES, "scopes", NameKind.SCOPES);

  private final DeclaredNames declared;
  private final Diagnostics diagnostics;
  private final IdentityHashMap<LocalVariable, Expression> collections = new IdentityHashMap<>();

  RoleAndScopeAnalysis(DeclaredNames declared, Diagnostics diagnostics) {
    this.declared = declared;
    this.diagnostics = diagnostics;
  }

  void analyse(RuleTree rule) {
    PartWalk.walk(rule, part -> analyse(part.test(), opensOnSlip(rule.effect(), part.sense())));
    PartWalk.walkValues(rule, part -> analyse(part.test(), /* opens= */ false));
  }

  private void analyse(Expression test, boolean opens) {
    if (test instanceof Expression.Quantified quantified) {
      collections.put(quantified.element(), quantified.collection());
    }
    List<Expression> compared = compared(test).flatMap(this::values).toList();
    compared.stream()
        .flatMap(value -> kind(value).stream())
        .distinct()
        .forEach(kind -> check(kind, literals(test, compared), opens));
  }

  private static Stream<Expression> compared(Expression test) {
    boolean compares =
        test instanceof Expression.Contains
            || test instanceof Expression.Equal
            || (test instanceof Expression.Call call
                && call.function() instanceof CollectionFunction);
    return compares ? test.operands().stream() : Stream.of();
  }

  /** All that the value of an expression may come from; of an element, its set or list. */
  private Stream<Expression> values(Expression expression) {
    if (expression instanceof Expression.Use use) {
      return values(use.variable().definition());
    }
    if (expression instanceof Expression.Coalesce coalesce) {
      return coalesce.operands().stream().flatMap(this::values);
    }
    if (expression instanceof Expression.Choice choice) {
      return Stream.of(choice.whenTrue(), choice.whenFalse()).flatMap(this::values);
    }
    if (expression instanceof Expression.Local local && collections.containsKey(local.variable())) {
      return values(collections.get(local.variable()));
    }
    return Stream.of(expression);
  }

  private static Optional<NameKind> kind(Expression value) {
    return value instanceof Expression.Read read && isOfSubject(read.path())
        ? Optional.ofNullable(KINDS.get(read.path().name()))
        : Optional.empty();
  }

  private static boolean isOfSubject(AttributePath path) {
    return path.root() == Root.SUBJECT
        || path.root() == Root.ACTOR
        || path.root() == Root.ACTED_FOR;
  }

  /** A name that nobody has makes a test false: that opens a deny, and a permit that says not. */
  private static boolean opensOnSlip(Effect effect, Sense sense) {
    return switch (sense) {
      case HELPS -> effect == Effect.DENY;
      case HINDERS -> effect == Effect.PERMIT;
      case EITHER -> true;
    };
  }

  /** Constants but those of a test that is made of a target: it has the place of the whole. */
  private static List<Expression.Constant> literals(Expression test, List<Expression> values) {
    return values.stream()
        .filter(Expression.Constant.class::isInstance)
        .map(Expression.Constant.class::cast)
        .filter(constant -> !constant.fragment().equals(test.fragment()))
        .toList();
  }

  private void check(NameKind kind, List<Expression.Constant> literals, boolean opens) {
    literals.stream()
        .flatMap(RoleAndScopeAnalysis::texts)
        .forEach(name -> check(kind, name, opens));
  }

  private void check(NameKind kind, Located<String> name, boolean opens) {
    declared.checkBrought(kind, name.value(), name.span());
    declared.checkStated(kind, name, opens);
    declared
        .deprecated(kind, name.value())
        .ifPresent(
            reason ->
                diagnostics.report(
                    DiagnosticCode.DEPRECATED,
                    name.span(),
                    "the " + kind.one() + " `" + name.value() + "` is deprecated: " + reason));
  }

  private static Stream<Located<String>> texts(Expression.Constant constant) {
    Collection<?> values =
        constant.value() instanceof Collection<?> several ? several : List.of(constant.value());
    return values.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .sorted()
        .map(text -> new Located<>(text, constant.fragment().span()));
  }
}
