package dev.verdict.policy.analyse;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.expression.Expression.Read;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.tree.RuleTree;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds names of actions and types, compared with those of a request, that nothing declares; of an
 * open set of actions, those that it cannot have.
 */
final class NameAnalysis {

  private final Schema schema;
  private final Diagnostics diagnostics;

  NameAnalysis(Schema schema, Diagnostics diagnostics) {
    this.schema = schema;
    this.diagnostics = diagnostics;
  }

  /** Reports what is misspelt; whether there was anything. */
  boolean analyse(RuleTree rule) {
    int errors = diagnostics.errors();
    PartWalk.walk(rule, part -> analyse(part.test(), rule));
    return diagnostics.errors() > errors;
  }

  private void analyse(Expression part, RuleTree rule) {
    if (part instanceof Expression.Equal equal) {
      compare(equal.left(), equal.right(), rule);
      compare(equal.right(), equal.left(), rule);
    } else if (part instanceof Expression.Contains contains) {
      compare(contains.element(), contains.collection(), rule);
    }
  }

  private void compare(Expression attribute, Expression literal, RuleTree rule) {
    if (PartWalk.defined(attribute) instanceof Read read
        && PartWalk.defined(literal) instanceof Constant constant) {
      Collection<?> names =
          constant.value() instanceof Collection<?> several ? several : List.of(constant.value());
      names.stream()
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .sorted()
          .forEach(name -> compare(read.path(), name, constant.fragment(), rule));
    }
  }

  private void compare(AttributePath path, String name, Fragment place, RuleTree rule) {
    if (path.root() == Root.ACTION && path.name().equals("name")) {
      compareAction(name, rule, place);
      warnIfDeprecated(rule, name, place);
    } else if (path.name().equals("type") && path.root() == Root.RESOURCE) {
      Set<String> declared = schema.resources().keySet();
      report(DiagnosticCode.UNKNOWN_RESOURCE_TYPE, "resource type", name, declared, place);
    } else if (path.name().equals("type") && path.root() != Root.CONTEXT) {
      Set<String> declared = schema.subjects().keySet();
      report(DiagnosticCode.UNKNOWN_SUBJECT_TYPE, "subject type", name, declared, place);
    }
  }

  /** In a file of variables, which several resource types may share, a name may be of any. */
  private void compareAction(String name, RuleTree rule, Fragment place) {
    ResourceType type = schema.resources().get(rule.resource());
    boolean own = place.span().file().equals(rule.span().file());
    Collection<ResourceType> types =
        own && type != null ? List.of(type) : schema.resources().values();
    if (types.stream().noneMatch(each -> each.action(name).isPresent())) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_ACTION,
          place.span(),
          "there is no action `" + name + "` to compare with" + advice(name, types));
    }
  }

  private static String advice(String name, Collection<ResourceType> types) {
    return types.stream()
        .flatMap(type -> type.open().stream())
        .flatMap(open -> open.objection(name).stream())
        .min(Comparator.naturalOrder())
        .map(objection -> "; " + objection)
        .orElseGet(
            () ->
                Suggestion.didYouMean(
                    name,
                    types.stream().flatMap(type -> type.declaredActions().stream()).toList()));
  }

  private void warnIfDeprecated(RuleTree rule, String name, Fragment place) {
    ResourceType type = schema.resources().get(rule.resource());
    ActionDeclaration action = type == null ? null : type.actions().get(name);
    if (action != null) {
      action
          .deprecated()
          .ifPresent(
              reason ->
                  diagnostics.report(
                      DiagnosticCode.DEPRECATED,
                      place.span(),
                      "the action `" + name + "` is deprecated: " + reason));
    }
  }

  private void report(
      DiagnosticCode code, String kind, String name, Set<String> declared, Fragment place) {
    if (!declared.contains(name)) {
      diagnostics.report(
          code,
          place.span(),
          "there is no "
              + kind
              + " `"
              + name
              + "` to compare with"
              + Suggestion.didYouMean(name, declared));
    }
  }
}
