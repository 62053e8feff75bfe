package dev.verdict.policy.analyse;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.expression.Expression.Read;
import dev.verdict.policy.file.DeclaredNames;
import dev.verdict.policy.file.NameKind;
import dev.verdict.policy.function.CollectionFunction;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.tree.RuleTree;
import java.util.Collection;
import java.util.List;

/** Finds names of roles and scopes that conditions look for and nothing declares. */
final class BroughtNameAnalysis {

  private final DeclaredNames declared;

  BroughtNameAnalysis(DeclaredNames declared) {
    this.declared = declared;
  }

  void analyse(RuleTree rule) {
    PartWalk.walk(rule, part -> analyse(part.test(), rule.effect()));
  }

  private void analyse(Expression test, Effect effect) {
    if (test instanceof Expression.Contains contains) {
      compare(contains.collection(), contains.element(), effect);
    } else if (test instanceof Expression.Call call
        && call.function() instanceof CollectionFunction) {
      compare(call.arguments().get(0), call.arguments().get(1), effect);
      compare(call.arguments().get(1), call.arguments().get(0), effect);
    }
  }

  private void compare(Expression attribute, Expression literal, Effect effect) {
    if (PartWalk.defined(attribute) instanceof Read read
        && PartWalk.defined(literal) instanceof Constant constant) {
      Collection<?> names =
          constant.value() instanceof Collection<?> several ? several : List.of(constant.value());
      names.stream()
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .sorted()
          .forEach(name -> check(read.path(), name, constant.fragment().span(), effect));
    }
  }

  private void check(AttributePath path, String name, Span place, Effect effect) {
    boolean ofSubject =
        path.root() == Root.SUBJECT || path.root() == Root.ACTOR || path.root() == Root.ACTED_FOR;
    if (ofSubject && path.name().equals("roles")) {
      declared.checkRole(name, place);
      warn(NameKind.ROLES, name, place, effect);
    } else if (ofSubject && path.name().equals("scopes")) {
      declared.checkScope(name, place);
      warn(NameKind.SCOPES, name, place, effect);
    }
  }

  private void warn(NameKind kind, String name, Span place, Effect effect) {
    if (effect == Effect.DENY) {
      declared.warnOfDeny(kind, new Located<>(name, place));
    }
  }
}
