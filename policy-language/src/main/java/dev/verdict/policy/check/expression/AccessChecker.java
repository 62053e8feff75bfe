package dev.verdict.policy.check.expression;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.LocalVariable;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Structure;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.syntax.ForeignWords;
import dev.verdict.policy.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows names through attributes and the members of records, and refuses what may be absent and
 * is not guarded. Where absence is provided for, each name of {@code a.b.c} may be of something
 * absent; {@code a?.b?.c} says the same.
 */
public final class AccessChecker {

  private final ExpressionChecker expressions;
  private final AttributeChecker attributes;
  private final Variables variables;
  private final Needs needs;
  private final Findings findings;

  AccessChecker(
      ExpressionChecker expressions,
      AttributeChecker attributes,
      Variables variables,
      Needs needs,
      Findings findings) {
    this.needs = needs;
    this.expressions = expressions;
    this.attributes = attributes;
    this.variables = variables;
    this.findings = findings;
  }

  /**
   * What an access reads.
   *
   * @param mayBeAbsent what has to be present for it to be, and need not be
   */
  public record Found(Expression.Lookup lookup, Place place, List<Place> mayBeAbsent) {
    public Found {
      mayBeAbsent = List.copyOf(mayBeAbsent);
    }
  }

  public boolean isVariable(String name) {
    return variables.isDeclared(name);
  }

  /**
   * Whether something names what may be absent: an access, or a variable that stands for one which
   * may.
   */
  public boolean isLookup(Syntax syntax, Known known) {
    return syntax instanceof Syntax.Access
        || (syntax instanceof Syntax.Name name && isAlias(name, known));
  }

  /** What such a name or access reads, where absence is provided for. */
  public Optional<Found> lookUp(Syntax syntax, Known known) {
    return syntax instanceof Syntax.Name name
        ? variables.alias(name.name()).flatMap(access -> find(access, known))
        : find((Syntax.Access) syntax, known);
  }

  private boolean isAlias(Syntax.Name name, Known known) {
    return !known.locals().containsKey(name.name())
        && Root.named(name.name()).isEmpty()
        && variables.isDeclared(name.name())
        && variables.use(name).isPresent()
        && !variables.needs(name.name()).isEmpty()
        && variables.alias(name.name()).isPresent();
  }

  /** One whose value is needed. */
  Optional<Expression> read(Syntax syntax, Known known) {
    Optional<Found> found = lookUp(syntax, known);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    for (Place place : found.get().mayBeAbsent()) {
      boolean ofElement = known.locals().containsKey(place.root());
      if (!known.isPresent(place) && (ofElement || !needs.defer(place))) {
        return unguarded(place, found.get().place(), syntax.fragment());
      }
    }
    return Optional.of(found.get().lookup());
  }

  private Optional<Found> find(Syntax.Access access, Known known) {
    Optional<String> meant = attributes.meant(access).filter(path -> !isOwn(access, known));
    if (meant.isPresent()) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          access.fragment(),
          "unknown attribute `" + access.fragment().text() + "`; write `" + meant.get() + "`");
    }
    if (access.target() instanceof Syntax.Access inner) {
      return find(inner, known)
          .flatMap(found -> member(found.lookup(), found.place(), found.mayBeAbsent(), access));
    }
    if (!(access.target() instanceof Syntax.Name name)) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          access.fragment(),
          "names are followed from an attribute, like `resource.owner`");
    }
    LocalVariable local = known.locals().get(name.name());
    if (local != null) {
      return member(
          new Expression.Local(local, name.fragment()),
          new Place(name.name(), List.of()),
          List.of(),
          access);
    }
    if (isAlias(name, known)) {
      return lookUp(name, known)
          .flatMap(found -> member(found.lookup(), found.place(), found.mayBeAbsent(), access));
    }
    if (Root.named(name.name()).isEmpty() && variables.isDeclared(name.name())) {
      return expressions
          .checkUse(name, known)
          .flatMap(
              typed ->
                  member(typed.expression(), new Place(name.name(), List.of()), List.of(), access));
    }
    return attributes
        .find(name, access, known)
        .map(
            attribute -> {
              var place = new Place(name.name(), List.of(access.name()));
              return new Found(
                  attribute.read(), place, attribute.optional() ? List.of(place) : List.of());
            });
  }

  /** Whether a path begins with a name that the author has given. */
  private boolean isOwn(Syntax.Access access, Known known) {
    return access.target() instanceof Syntax.Access inner
        ? isOwn(inner, known)
        : access.target() instanceof Syntax.Name name
            && (known.locals().containsKey(name.name()) || variables.isDeclared(name.name()));
  }

  private Optional<Found> member(
      Expression record, Place place, List<Place> mayBeAbsent, Syntax.Access access) {
    if (!(record.type() instanceof Structure type)) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          access.fragment(),
          "`"
              + record.fragment().text()
              + "` is "
              + Types.named(record.type())
              + " and has no members"
              + ForeignWords.function(access.name()).map(advice -> "; " + advice).orElse(""));
    }
    int index = type.indexOf(access.name());
    if (index < 0) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_ATTRIBUTE,
          access.fragment(),
          "`"
              + type
              + "` has no member `"
              + access.name()
              + "`"
              + Suggestion.didYouMean(access.name(), type.memberNames()));
    }
    Type.Member member = type.members().get(index);
    Place inner = place.member(member.name());
    member
        .deprecated()
        .ifPresent(
            reason ->
                findings.warn(
                    DiagnosticCode.DEPRECATED,
                    access.fragment(),
                    "`" + inner + "` is deprecated: " + reason));
    var absent = new ArrayList<>(mayBeAbsent);
    if (member.optional()) {
      absent.add(inner);
    }
    return Optional.of(
        new Found(
            new Expression.Member(
                record, index, inner.toString(), member.type(), access.fragment()),
            inner,
            absent));
  }

  private Optional<Expression> unguarded(Place place, Place whole, Fragment fragment) {
    return findings.refuse(
        DiagnosticCode.UNGUARDED_OPTIONAL,
        fragment,
        "`"
            + place
            + "` may be absent; guard it with `has("
            + place
            + ") && ..` or give a default with `"
            + whole
            + " ?? ..`");
  }
}
