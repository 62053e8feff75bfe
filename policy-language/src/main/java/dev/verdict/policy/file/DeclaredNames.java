package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.memory.Inputs;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds names that others give against what the repository declares. */
public final class DeclaredNames {

  /**
   * Kinds of names that rules speak of and that the repository says nothing about.
   *
   * @param undeclared an error told of it
   * @param unstated nothing did
   */
  public record Notes(Set<NameKind> undeclared, Set<NameKind> unstated) {
    public Notes {
      undeclared = Set.copyOf(undeclared);
      unstated = Set.copyOf(unstated);
    }
  }

  private final Optional<RolesFile> file;
  private final Optional<Set<String>> roles;
  private final Set<String> derived;
  private final Map<String, String> deprecatedRoles;
  private final Optional<Set<String>> scopes;
  private final Optional<Set<String>> tenants;
  private final Set<NameKind> elsewhere;
  private final Set<NameKind> undeclared = EnumSet.noneOf(NameKind.class);
  private final Set<NameKind> unstated = EnumSet.noneOf(NameKind.class);
  private final Diagnostics diagnostics;

  /**
   * @param tenants that the schema declares; absent: any name is one
   */
  public DeclaredNames(
      PolicyDeclarations declarations, Optional<Set<String>> tenants, Diagnostics diagnostics) {
    this.file = declarations.roles();
    this.roles = file.map(DeclaredNames::roles);
    this.derived = file.map(DeclaredNames::derived).orElseGet(Set::of);
    this.deprecatedRoles = file.map(DeclaredNames::deprecated).orElseGet(Map::of);
    this.scopes = file.flatMap(RolesFile::scopes);
    this.tenants = tenants;
    this.elsewhere = declarations.elsewhere();
    this.diagnostics = diagnostics;
  }

  private DeclaredNames(DeclaredNames same) {
    file = same.file;
    roles = same.roles;
    derived = same.derived;
    deprecatedRoles = same.deprecatedRoles;
    scopes = same.scopes;
    tenants = same.tenants;
    elsewhere = same.elsewhere;
    diagnostics = same.diagnostics;
  }

  /** The same names without notes. */
  public DeclaredNames withoutNotes() {
    return new DeclaredNames(this);
  }

  /** All that the answers depend on. */
  public Inputs inputs() {
    return Inputs.objects(file.map(Object.class::cast).orElse(Inputs.NONE))
        .andValues(tenants, elsewhere);
  }

  /** What was noted so far. */
  public Notes notes() {
    return new Notes(undeclared, unstated);
  }

  /** Notes the same. */
  public void add(Notes notes) {
    undeclared.addAll(notes.undeclared());
    unstated.addAll(notes.unstated());
  }

  private static Set<String> roles(RolesFile file) {
    return file.roles().stream()
        .map(role -> role.name().value())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> derived(RolesFile file) {
    return file.derived().stream()
        .map(role -> role.name().value())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, String> deprecated(RolesFile file) {
    return file.roles().stream()
        .filter(role -> role.deprecated().isPresent())
        .collect(
            Collectors.toUnmodifiableMap(
                role -> role.name().value(), role -> role.deprecated().orElseThrow()));
  }

  /** Why a name should not be used any more; empty: it may be. */
  public Optional<String> deprecated(NameKind kind, String name) {
    return kind == NameKind.ROLES
        ? Optional.ofNullable(deprecatedRoles.get(name))
        : Optional.empty();
  }

  /** Reports a name that a subject cannot bring along: not declared, or that of a derived role. */
  public void checkBrought(NameKind kind, String name, Span place) {
    if (kind == NameKind.ROLES && derived.contains(name)) {
      diagnostics.report(
          kind.unknown(),
          place,
          "`" + name + "` is a derived role: a condition gives it, and no subject brings it along");
    } else {
      check(kind, name, place);
    }
  }

  /** Reports a name that is not declared, where others of the kind are. */
  public void check(NameKind kind, String name, Span place) {
    declared(kind)
        .filter(names -> !names.contains(name))
        .ifPresent(names -> reportUnknown(kind, name, place, names));
  }

  /** Whether the repository declares all names of the kind. */
  public boolean declares(NameKind kind) {
    return declared(kind).isPresent();
  }

  private void reportUnknown(NameKind kind, String name, Span place, Set<String> declared) {
    diagnostics.report(
        kind.unknown(),
        place,
        "unknown " + kind.one() + " `" + name + "`" + Suggestion.didYouMean(name, declared));
  }

  /**
   * Notes that a rule speaks of a name, where the repository neither declares names of the kind nor
   * says that others do. With a slip in a name, a deny lets through what it should stop, so that is
   * an error; a permit just permits nothing, so there the repository is only asked to say who
   * declares such names, see {@link #reportUnstated}.
   *
   * @param opens whether the rule permits more if nobody has the name
   */
  public void checkStated(NameKind kind, Located<String> name, boolean opens) {
    if (elsewhere.contains(kind) || declares(kind)) {
      return;
    }
    if (opens) {
      reportUndeclared(kind, name);
      undeclared.add(kind);
    } else {
      unstated.add(kind);
    }
  }

  /** Warns, once for each kind of name, that nothing says who declares what rules speak of. */
  public void reportUnstated() {
    unstated.stream().filter(kind -> !undeclared.contains(kind)).forEach(this::warnUnstated);
  }

  private void reportUndeclared(NameKind kind, Located<String> name) {
    diagnostics.report(
        DiagnosticCode.UNDECLARED_NAME,
        name.span(),
        "nothing declares the "
            + kind.one()
            + " `"
            + name.value()
            + "`, so a slip in it would permit what is to be denied here; "
            + cure(kind));
  }

  private void warnUnstated(NameKind kind) {
    diagnostics.report(
        DiagnosticCode.UNSTATED_NAMES,
        Span.startOf("verdict.yaml"),
        "rules name " + kind.word() + ", and nothing says who declares them; " + cure(kind));
  }

  private static String cure(NameKind kind) {
    return kind.declaration()
        + ", or write `undeclared-names: ["
        + kind.word()
        + "]` in `verdict.yaml` if others declare them";
  }

  private Optional<Set<String>> declared(NameKind kind) {
    return switch (kind) {
      case ROLES -> roles;
      case SCOPES -> scopes;
      case TENANTS -> tenants;
    };
  }
}
