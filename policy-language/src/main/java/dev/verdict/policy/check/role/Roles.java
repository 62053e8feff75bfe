package dev.verdict.policy.check.role;

import dev.verdict.policy.checked.DerivedRole;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.source.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Resolves the names of roles: whoever has one of these, has one of those. */
public final class Roles {

  /**
   * Who has one of some roles.
   *
   * @param roles whoever brings one of these along
   * @param derived whoever has one of these by its condition
   */
  public record Bearers(Set<String> roles, List<DerivedRole> derived) {}

  private final Optional<RoleInclusion> inclusion;
  private final Map<String, Map<String, DerivedRole>> derived;
  private final Map<String, Set<String>> meantFor;

  /**
   * @param inclusion absent: nothing is declared, and any name is a role
   * @param derived by name, then by resource type; also those that could not be checked
   * @param meantFor by name, the resource types that a derived role is meant for, checked or not
   */
  Roles(
      Optional<RoleInclusion> inclusion,
      Map<String, Map<String, DerivedRole>> derived,
      Map<String, Set<String>> meantFor) {
    this.inclusion = inclusion;
    this.derived = derived;
    this.meantFor = meantFor;
  }

  /** Who has one of these roles, asked of a resource type; unknown ones are reported. */
  public Bearers bearers(List<Located<String>> written, String resource, Diagnostics diagnostics) {
    Set<String> all = resolved(written, diagnostics);
    written.stream()
        .filter(name -> derived.containsKey(name.value()))
        .filter(name -> !meantFor.getOrDefault(name.value(), Set.of()).contains(resource))
        .forEach(
            name ->
                diagnostics.report(
                    DiagnosticCode.UNKNOWN_ROLE,
                    name.span(),
                    "the derived role `"
                        + name.value()
                        + "` is not defined for resource type `"
                        + resource
                        + "`"));
    var holding = new ArrayList<DerivedRole>();
    for (String name : all) {
      DerivedRole role = derivedFor(name).get(resource);
      if (role != null) {
        holding.add(role);
      }
    }
    return new Bearers(brought(all), holding);
  }

  /** Which roles a subject can bring along to have one of these; derived ones are reported. */
  public Set<String> broughtFor(List<Located<String>> written, Diagnostics diagnostics) {
    written.stream()
        .filter(name -> derived.containsKey(name.value()))
        .forEach(
            name ->
                diagnostics.report(
                    DiagnosticCode.WRONG_SHAPE,
                    name.span(),
                    "`"
                        + name.value()
                        + "` is a derived role; only roles that a subject brings along count here"));
    return brought(resolved(written, diagnostics));
  }

  private Map<String, DerivedRole> derivedFor(String name) {
    return derived.getOrDefault(name, Map.of());
  }

  private Set<String> brought(Collection<String> names) {
    return names.stream()
        .filter(name -> !derived.containsKey(name))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Spring Security writes {@code ROLE_EDITOR} for what is an editor elsewhere. */
  private static Optional<String> near(String written, Collection<String> declared) {
    String bare = written.replaceFirst("(?i)^role[_:-]", "");
    return declared.stream()
        .filter(bare::equalsIgnoreCase)
        .findFirst()
        .or(() -> Suggestion.nearest(written, declared));
  }

  /** These and all that they come with, sorted. */
  private Set<String> resolved(List<Located<String>> written, Diagnostics diagnostics) {
    var names = new TreeSet<String>();
    for (Located<String> name : written) {
      if (inclusion.isEmpty()) {
        names.add(name.value());
      } else if (inclusion.get().names().contains(name.value())) {
        names.addAll(inclusion.get().bringing(name.value()));
      } else {
        diagnostics.report(
            DiagnosticCode.UNKNOWN_ROLE,
            name.span(),
            "unknown role `"
                + name.value()
                + "`"
                + near(name.value(), inclusion.get().names())
                    .map(near -> "; did you mean `" + near + "`?")
                    .orElse(
                        name.value().equals("*")
                            ? "; leave `roles` out where everybody is meant"
                            : "; declare it in `roles.yaml`"));
      }
    }
    return names;
  }
}
