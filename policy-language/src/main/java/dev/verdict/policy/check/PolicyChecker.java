package dev.verdict.policy.check;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks all policies of a repository against its schema. */
public final class PolicyChecker {

  private final Schema schema;
  private final Diagnostics diagnostics;

  private PolicyChecker(Schema schema, Diagnostics diagnostics) {
    this.schema = schema;
    this.diagnostics = diagnostics;
  }

  /**
   * What could be checked; meant for use only where no error was reported.
   *
   * @param files in the order of their paths
   */
  public static CheckedPolicySet check(
      List<PolicyFile> files, Schema schema, StoredAttributes data, Diagnostics diagnostics) {
    var checker = new PolicyChecker(schema, diagnostics);
    checker.reportDuplicates(files);
    var rules = new ArrayList<CheckedRule>();
    for (PolicyFile file : files) {
      checker.checkFile(file, rules);
    }
    return new CheckedPolicySet(schema, data, rules);
  }

  private void reportDuplicates(List<PolicyFile> files) {
    Map<String, Located<String>> names = new HashMap<>();
    for (PolicyFile file : files) {
      Located<String> first = names.putIfAbsent(file.name().value(), file.name());
      if (first != null) {
        diagnostics.report(
            DiagnosticCode.DUPLICATE_NAME,
            file.name().span(),
            "policy `" + first.value() + "` is already defined at " + first.span());
      }
    }
  }

  private void checkFile(PolicyFile file, List<CheckedRule> rules) {
    ResourceType resource = schema.resources().get(file.resource().value());
    if (resource == null) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_RESOURCE_TYPE,
          file.resource().span(),
          "unknown resource type `"
              + file.resource().value()
              + "`"
              + Suggestion.nearest(file.resource().value(), schema.resources().keySet())
                  .map(name -> "; did you mean `" + name + "`?")
                  .orElse("; declare it in `schema.yaml`"));
      return;
    }
    var variables = new PolicyVariables(file.variables(), diagnostics);
    var targets = new TargetChecker(schema, resource, diagnostics);
    var ruleChecker = new RuleChecker(file, resource, schema, targets, variables, diagnostics);
    for (RuleDeclaration rule : file.rules()) {
      ruleChecker.check(rule).ifPresent(rules::add);
    }
    ruleChecker.finish();
  }
}
