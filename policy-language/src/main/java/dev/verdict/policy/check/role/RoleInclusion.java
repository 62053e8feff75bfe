package dev.verdict.policy.check.role;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.file.DerivedRoleDeclaration;
import dev.verdict.policy.file.RoleDeclaration;
import dev.verdict.policy.file.RolesFile;
import dev.verdict.policy.source.Located;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which roles come with which, over any number of steps. */
final class RoleInclusion {

  private final Map<String, List<Located<String>>> includes = new LinkedHashMap<>();
  private final Map<String, Set<String>> includedBy = new HashMap<>();
  private final Map<String, Set<String>> bringing = new HashMap<>();

  RoleInclusion(RolesFile file) {
    for (RoleDeclaration role : file.roles()) {
      add(role.name().value(), role.includes());
    }
    for (DerivedRoleDeclaration role : file.derived()) {
      add(role.name().value(), role.includes());
    }
  }

  private void add(String role, List<Located<String>> included) {
    includes.put(role, included);
    for (Located<String> each : included) {
      includedBy.computeIfAbsent(each.value(), name -> new TreeSet<>()).add(role);
    }
  }

  /** All roles that are declared. */
  Set<String> names() {
    return includes.keySet();
  }

  /** The role itself and those that it comes with. */
  Set<String> bringing(String role) {
    return bringing.computeIfAbsent(role, this::reach);
  }

  private Set<String> reach(String role) {
    var reached = new TreeSet<>(Set.of(role));
    var open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String next : includedBy.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  /** Reports inclusion of what is not declared, and of a role by itself. */
  void report(Diagnostics diagnostics) {
    var open = new HashSet<String>();
    var done = new HashSet<String>();
    names().forEach(role -> visit(role, open, done, diagnostics));
  }

  /** Each inclusion is looked at once: what is open is on the way from the first role to here. */
  private void visit(String role, Set<String> open, Set<String> done, Diagnostics diagnostics) {
    if (!done.add(role)) {
      return;
    }
    open.add(role);
    for (Located<String> each : includes.getOrDefault(role, List.of())) {
      if (!includes.containsKey(each.value())) {
        diagnostics.report(
            DiagnosticCode.UNKNOWN_ROLE,
            each.span(),
            "unknown role `" + each.value() + "`" + Suggestion.didYouMean(each.value(), names()));
      } else if (open.contains(each.value())) {
        diagnostics.report(
            DiagnosticCode.ROLE_CYCLE,
            each.span(),
            "the role `" + each.value() + "` would come with itself by way of `" + role + "`");
      } else {
        visit(each.value(), open, done, diagnostics);
      }
    }
    open.remove(role);
  }
}
