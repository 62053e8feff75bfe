package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.syntax.ForeignWords;
import dev.verdict.policy.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Attributes as other systems write them: {@code request.resource.attr.owner}, {@code r.obj.owner},
 * {@code subject.properties.team}.
 */
final class ForeignPaths {

  /** What stands for the whole request. */
  private static final Set<String> WHOLE = Set.of("request", "input", "req");

  /** What stands between a part of the request and its attributes. */
  private static final Set<String> BETWEEN =
      Set.of("attr", "attrs", "attribute", "attributes", "properties", "props");

  /** Behind {@code r} and {@code p}. */
  private static final Map<String, String> OF_CASBIN =
      Map.of("sub", "subject", "obj", "resource", "act", "action");

  private static final Set<String> NAMES = Set.of("username", "name", "principal", "sub");

  private ForeignPaths() {}

  /** The attribute that is meant; empty where it is not declared, or what was written may be. */
  static Optional<String> meant(Syntax.Access access, Scope scope) {
    List<String> written = names(access);
    if (written.isEmpty() || isDeclared(written, scope)) {
      return Optional.empty();
    }
    List<String> ours = translated(written);
    return ours.equals(written) || !isDeclared(ours, scope)
        ? Optional.empty()
        : Optional.of(text(ours));
  }

  private static List<String> translated(List<String> written) {
    var names = new ArrayList<>(written);
    if (names.size() > 1 && WHOLE.contains(names.get(0))) {
      names.remove(0);
    }
    boolean casbin = names.size() > 1 && Set.of("r", "p").contains(names.get(0));
    if (casbin && OF_CASBIN.containsKey(names.get(1))) {
      names.remove(0);
      names.set(0, OF_CASBIN.get(names.get(0)));
    } else {
      ForeignWords.root(names.get(0)).ifPresent(root -> names.set(0, root));
    }
    if (names.size() > 2 && BETWEEN.contains(names.get(1))) {
      names.remove(1);
    }
    if (names.size() == 1) {
      names.add(names.get(0).equals(Root.ACTION.word()) ? "name" : "id");
    } else if (!names.get(0).equals(written.get(0)) && NAMES.contains(names.get(1))) {
      names.set(1, names.get(0).equals(Root.SUBJECT.word()) ? "id" : names.get(1));
    }
    return names;
  }

  private static boolean isDeclared(List<String> names, Scope scope) {
    return names.size() > 1
        && Root.named(names.get(0)).isPresent()
        && scope
            .root(names.get(0))
            .map(root -> new AttributePath(root, names.get(1)))
            .filter(path -> !scope.declarations(path).isEmpty())
            .isPresent();
  }

  /** From left to right; empty where something else than names is followed. */
  private static List<String> names(Syntax.Access access) {
    var names = new ArrayList<String>();
    Syntax syntax = access;
    while (syntax instanceof Syntax.Access each) {
      names.add(0, each.name());
      syntax = each.target();
    }
    if (!(syntax instanceof Syntax.Name root)) {
      return List.of();
    }
    names.add(0, root.name());
    return names;
  }

  private static String text(List<String> names) {
    var text = new StringBuilder(names.get(0));
    names.stream().skip(1).forEach(name -> text.append('.').append(Identifier.afterDot(name)));
    return text.toString();
  }
}
