package dev.verdict.policy.check;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.syntax.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves attributes against the schema, and refuses one that may be absent and is not guarded.
 */
final class AttributeChecker {

  private final Scope scope;
  private final Findings findings;

  AttributeChecker(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /** An attribute whose value is needed. */
  Optional<Expression.Read> read(Syntax.Access access, Set<AttributePath> present) {
    return resolve(access)
        .flatMap(
            resolved ->
                resolved.optional() && !present.contains(resolved.path())
                    ? unguarded(resolved.path(), access.fragment())
                    : Optional.of(resolved.read(access.fragment())));
  }

  /** An attribute whose absence is provided for. */
  Optional<Expression.Read> readOptional(Syntax.Access access) {
    return resolve(access).map(resolved -> resolved.read(access.fragment()));
  }

  private Optional<Expression.Read> unguarded(AttributePath path, Fragment fragment) {
    return findings.refuse(
        DiagnosticCode.UNGUARDED_OPTIONAL,
        fragment,
        "`"
            + path
            + "` may be absent; guard it with `has("
            + path
            + ") && ..` or give a default with `"
            + path
            + " ?? ..`");
  }

  private record Resolved(AttributePath path, AttributeDeclaration declaration, boolean optional) {

    Expression.Read read(Fragment fragment) {
      return new Expression.Read(path, declaration.type(), fragment);
    }
  }

  private Optional<Resolved> resolve(Syntax.Access access) {
    if (!(access.target() instanceof Syntax.Name name)) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          access.fragment(),
          "attributes have one name, like `resource.owner`");
    }
    Optional<Root> root = Root.named(name.name());
    if (root.isEmpty()) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          name.fragment(),
          "`"
              + name.name()
              + "` has no attributes; they belong to `subject`, `action`, `resource` or `context`"
              + Suggestion.didYouMean(name.name(), Root.words()));
    }
    return resolve(new AttributePath(root.get(), access.name()), access.fragment());
  }

  private Optional<Resolved> resolve(AttributePath path, Fragment fragment) {
    List<AttributeDeclaration> declarations = scope.declarations(path);
    if (declarations.isEmpty()) {
      return unknown(path, fragment);
    }
    List<String> without = scope.ownersWithout(path);
    if (!without.isEmpty()) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          fragment,
          "`"
              + path
              + "` is not an attribute of `"
              + String.join("`, `", without)
              + "`, which the rule also speaks of; narrow its "
              + (path.root() == Root.SUBJECT ? "`subjects`" : "actions"));
    }
    AttributeDeclaration first = declarations.get(0);
    if (declarations.stream().anyMatch(other -> !other.type().equals(first.type()))) {
      return findings.mismatch(
          fragment,
          "`" + path + "` has several types among what the rule speaks of; narrow its target");
    }
    boolean optional = declarations.stream().anyMatch(AttributeDeclaration::optional);
    return Optional.of(new Resolved(path, first, optional));
  }

  private Optional<Resolved> unknown(AttributePath path, Fragment fragment) {
    String near =
        Suggestion.nearest(path.name(), scope.names(path.root()))
            .map(name -> "; did you mean `" + path.root().word() + "." + name + "`?")
            .orElse("; declare it in `schema.yaml`");
    return findings.refuse(
        DiagnosticCode.UNKNOWN_ATTRIBUTE, fragment, "unknown attribute `" + path + "`" + near);
  }
}
