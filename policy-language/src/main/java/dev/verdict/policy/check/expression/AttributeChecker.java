package dev.verdict.policy.check.expression;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.syntax.ForeignWords;
import dev.verdict.policy.syntax.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Resolves attributes against the schema. */
final class AttributeChecker {

  private final Scope scope;
  private final Findings findings;

  AttributeChecker(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /**
   * An attribute of the schema.
   *
   * @param optional whether it may be absent
   */
  record Attribute(Expression.Read read, boolean optional) {}

  /**
   * The attribute that an access to a name reads.
   *
   * @param root the name
   * @param where what is known there
   */
  Optional<Attribute> find(Syntax.Name root, Syntax.Access access, Known where) {
    Optional<Root> known = scope.root(root.name());
    if (known.isEmpty()) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          root.fragment(),
          "`"
              + root.name()
              + "` has no attributes; they belong to `subject`, `action`, `resource` or `context`"
              + ForeignWords.root(root.name())
                  .map(word -> "; write `" + word + "." + Identifier.afterDot(access.name()) + "`")
                  .orElseGet(() -> Suggestion.didYouMean(root.name(), Root.words())));
    }
    if (known.get() == Root.ACTOR && scope.names(Root.ACTOR).isEmpty()) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          root.fragment(),
          "there is an `actor` only for rules that name `actors`");
    }
    return find(new AttributePath(known.get(), access.name()), access.fragment(), where);
  }

  /** The attribute that a path means which is written as elsewhere. */
  Optional<String> meant(Syntax.Access access) {
    return ForeignPaths.meant(access, scope);
  }

  private Optional<Attribute> find(AttributePath path, Fragment fragment, Known where) {
    List<AttributeDeclaration> declarations = scope.declarations(path);
    if (declarations.isEmpty()) {
      return unknown(path, fragment);
    }
    Set<String> possible = possible(path.root(), where);
    List<String> without = scope.ownersWithout(path).stream().filter(possible::contains).toList();
    if (!without.isEmpty()) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          fragment,
          "`"
              + path
              + "` is not an attribute of `"
              + String.join("`, `", without)
              + "`, which the rule also speaks of; narrow its "
              + narrowing(path.root()));
    }
    AttributeDeclaration first = declarations.get(0);
    if (declarations.stream().anyMatch(other -> !other.type().equals(first.type()))) {
      return findings.mismatch(
          fragment,
          "`" + path + "` has several types among what the rule speaks of; narrow its target");
    }
    declarations.stream()
        .flatMap(declaration -> declaration.deprecated().stream())
        .forEach(
            reason ->
                findings.warn(
                    DiagnosticCode.DEPRECATED,
                    fragment,
                    "`" + path + "` is deprecated: " + reason));
    boolean optional = scope.isOptional(path, possible);
    return Optional.of(new Attribute(new Expression.Read(path, first.type(), fragment), optional));
  }

  /** Of what it can be; all, where nothing is left. */
  private Set<String> possible(Root root, Known where) {
    Set<String> left =
        scope.owners(root).stream()
            .filter(owner -> !where.isExcluded(root, owner))
            .collect(Collectors.toUnmodifiableSet());
    return left.isEmpty() ? scope.owners(root) : left;
  }

  private static String narrowing(Root root) {
    return switch (root) {
      case SUBJECT, ACTED_FOR -> "`subjects`, or ask for `subject.type == '..' && ..` before";
      case ACTOR -> "`actors`, or ask for `actor.type == '..' && ..` before";
      case ACTION, RESOURCE, CONTEXT -> "actions, or ask for `action.name == '..' && ..` before";
    };
  }

  /** The name that is cut where it needs quotes: {@code resource.x-team} is a subtraction. */
  private Optional<String> unquoted(AttributePath path) {
    return scope.names(path.root()).stream()
        .filter(name -> !Identifier.isPlain(name) && name.startsWith(path.name()))
        .sorted()
        .findFirst();
  }

  private static Optional<String> now(String name) {
    return Set.of("time", "timestamp", "date", "currenttime", "datetime")
            .contains(name.toLowerCase(Locale.ROOT))
        ? Optional.of("now")
        : Optional.empty();
  }

  private Optional<Attribute> unknown(AttributePath path, Fragment fragment) {
    if (path.name().equals("role") || path.name().equals("scope")) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          fragment,
          "unknown attribute `" + path + "`; a rule names them: `" + path.name() + "s: [..]`");
    }
    String near =
        Suggestion.nearest(path.name(), scope.names(path.root()))
            .or(() -> unquoted(path))
            .or(() -> path.root() == Root.CONTEXT ? now(path.name()) : Optional.empty())
            .map(name -> "; did you mean `" + new AttributePath(path.root(), name) + "`?")
            .orElse("; declare it in `schema.yaml`");
    return findings.refuse(
        DiagnosticCode.UNKNOWN_ATTRIBUTE, fragment, "unknown attribute `" + path + "`" + near);
  }
}
