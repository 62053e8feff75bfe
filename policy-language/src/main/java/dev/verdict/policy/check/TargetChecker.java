package dev.verdict.policy.check;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Resolves the names in a rule's target. */
final class TargetChecker {

  /** Stands for every action of the resource type. */
  private static final String EVERY = "*";

  private final Schema schema;
  private final ResourceType resource;
  private final Diagnostics diagnostics;

  TargetChecker(Schema schema, ResourceType resource, Diagnostics diagnostics) {
    this.schema = schema;
    this.resource = resource;
    this.diagnostics = diagnostics;
  }

  /** The actions that are meant; what is not declared is reported and left out. */
  Set<String> actions(List<Located<String>> written) {
    boolean every = written.stream().anyMatch(action -> action.value().equals(EVERY));
    return every
        ? resource.actions().keySet()
        : declared(
            written,
            resource.actions(),
            DiagnosticCode.UNKNOWN_ACTION,
            "resource type `" + resource.name() + "` has no action ");
  }

  /** The subject types of a rule, all where it names none; what is not declared is reported. */
  Set<String> subjectTypes(RuleDeclaration rule) {
    return rule.subjectTypes().isEmpty()
        ? schema.subjects().keySet()
        : declared(
            rule.subjectTypes(),
            schema.subjects(),
            DiagnosticCode.UNKNOWN_SUBJECT_TYPE,
            "unknown subject type ");
  }

  /** The names of a rule's {@code fields}; what is not declared is reported. */
  Set<String> fields(List<Located<String>> names) {
    return declared(
        names,
        resource.attributes(),
        DiagnosticCode.UNKNOWN_ATTRIBUTE,
        "resource type `" + resource.name() + "` has no attribute ");
  }

  private Set<String> declared(
      Collection<Located<String>> written,
      Map<String, ?> declared,
      DiagnosticCode code,
      String complaint) {
    var names = new TreeSet<String>();
    for (Located<String> name : written) {
      if (declared.containsKey(name.value())) {
        names.add(name.value());
      } else {
        diagnostics.report(
            code,
            name.span(),
            complaint
                + "`"
                + name.value()
                + "`"
                + Suggestion.didYouMean(name.value(), declared.keySet()));
      }
    }
    return names;
  }
}
