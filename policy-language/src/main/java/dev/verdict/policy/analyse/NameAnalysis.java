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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds names of actions and types, compared with those of a request, that nothing declares. */
final class NameAnalysis {

  private final Schema schema;
  private final Set<String> actions;
  private final Diagnostics diagnostics;

  NameAnalysis(Schema schema, Diagnostics diagnostics) {
    this.schema = schema;
    this.actions =
        schema.resources().values().stream()
            .flatMap(type -> type.actions().keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
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
      Set<String> declared = actions(rule, place);
      report(DiagnosticCode.UNKNOWN_ACTION, "action", name, declared, place);
      warnIfDeprecated(rule, name, place);
    } else if (path.name().equals("type") && path.root() == Root.RESOURCE) {
      Set<String> declared = schema.resources().keySet();
      report(DiagnosticCode.UNKNOWN_RESOURCE_TYPE, "resource type", name, declared, place);
    } else if (path.name().equals("type") && path.root() != Root.CONTEXT) {
      Set<String> declared = schema.subjects().keySet();
      report(DiagnosticCode.UNKNOWN_SUBJECT_TYPE, "subject type", name, declared, place);
    }
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

  /** In a file of variables, which several resource types may share, those of all types. */
  private Set<String> actions(RuleTree rule, Fragment place) {
    ResourceType type = schema.resources().get(rule.resource());
    boolean own = place.span().file().equals(rule.span().file());
    return own && type != null ? type.actions().keySet() : actions;
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
