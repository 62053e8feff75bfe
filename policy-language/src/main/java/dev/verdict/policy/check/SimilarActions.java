package dev.verdict.policy.check;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.ActionPattern;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.text.Misspelling;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Warns where rules, grants and conditions mention an action of an open set that is called almost
 * like another one: nothing else tells a slip from a name that the application has.
 */
final class SimilarActions {

  /** Among more names no similar ones are looked for. */
  private static final int MAX_COMPARED = 2_000;

  private final ResourceType type;
  private final Diagnostics diagnostics;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> prefixes = new LinkedHashSet<>();

  private SimilarActions(ResourceType type, Diagnostics diagnostics) {
    this.type = type;
    this.diagnostics = diagnostics;
    type.declaredActions().stream().sorted().forEach(this::add);
  }

  static void report(
      Collection<ResourceType> types, MentionedActions mentioned, Diagnostics diagnostics) {
    for (ResourceType type : types) {
      if (type.open().isPresent() && type.actions().size() <= MAX_COMPARED) {
        var similar = new SimilarActions(type, diagnostics);
        Stream.concat(mentioned.inTargets(type).stream(), mentioned.inExpressions(type).stream())
            .forEach(similar::check);
      }
    }
  }

  /** Of two that nothing declares, the second one is told. */
  private void check(Located<String> written) {
    String name = written.value();
    ActionDeclaration known = type.actions().get(name);
    if (known == null || known.declared()) {
      return;
    }
    Optional<String> prefix = ActionPattern.prefix(name);
    Optional<String> near =
        prefix.isEmpty()
            ? similar(name, names)
            : similar(prefix.get(), prefixes).map(ActionPattern::of);
    near.ifPresent(
        other ->
            diagnostics.report(
                DiagnosticCode.SIMILAR_ACTION,
                written.span(),
                "`"
                    + name
                    + "` is almost `"
                    + other
                    + "`, and any name may be an action here; mend it, or "
                    + (prefix.isEmpty()
                        ? "declare it under `actions` of `" + type.name() + "`"
                        : "silence this where both are meant")));
    add(name);
  }

  private static Optional<String> similar(String written, Set<String> known) {
    return known.contains(written)
        ? Optional.empty()
        : known.stream().filter(other -> Misspelling.isOf(written, other)).findFirst();
  }

  private void add(String name) {
    if (!ActionPattern.isPattern(name)) {
      names.add(name);
    }
    prefixes.addAll(ActionPattern.prefixesOf(name));
  }
}
