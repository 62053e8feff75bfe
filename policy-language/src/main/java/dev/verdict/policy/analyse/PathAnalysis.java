package dev.verdict.policy.analyse;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.function.ContainsText;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds paths that are compared by their beginning, while nothing refuses dot segments: {@code
 * /public/../admin} begins with {@code /public/} too.
 */
final class PathAnalysis {

  /** What stands before the first sign that has a meaning in a pattern. */
  private static final Pattern LITERAL = Pattern.compile("[^\\\\.\\[\\](){}*+?^$|]*");

  /** What looks like a path and is none: a media type, or an address up to its host. */
  private static final Pattern NO_PATH =
      Pattern.compile(
          "(?:application|audio|font|image|message|model|multipart|text|video)/.*"
              + "|[A-Za-z][A-Za-z0-9+.-]*://[^/]*/?|/+");

  private static final Pattern DOT_SEGMENT = Pattern.compile(".*(?:/\\.|\\.\\.|\\./).*|\\.");

  /** A deny rule that looks at the whole of a path. */
  private record Guard(RuleTree rule, Set<String> texts) {}

  /** A comparison with a beginning. */
  private record Prefix(String text, String beginning, Fragment place) {}

  private final List<Guard> guards;
  private final Diagnostics diagnostics;

  PathAnalysis(Stream<RuleTree> rules, Diagnostics diagnostics) {
    this.guards =
        rules
            .filter(rule -> rule.effect() == Effect.DENY && rule.fields().isAll())
            .map(rule -> new Guard(rule, guarded(rule)))
            .filter(guard -> !guard.texts().isEmpty())
            .toList();
    this.diagnostics = diagnostics;
  }

  void analyse(RuleTree rule) {
    Sense harmless = rule.effect() == Effect.PERMIT ? Sense.HINDERS : Sense.HELPS;
    var found = new ArrayList<Prefix>();
    PartWalk.walk(
        rule,
        part -> {
          if (part.sense() != harmless) {
            prefix(part.test(), part.place()).ifPresent(found::add);
          }
        });
    if (!found.isEmpty()) {
      Set<String> guarded = guarded(rule);
      found.stream()
          .filter(each -> !guarded.contains(each.text()) && !isGuarded(rule, each.text()))
          .forEach(this::report);
    }
  }

  private static Optional<Prefix> prefix(Expression part, Fragment place) {
    if (part instanceof Expression.StartsWith begins
        && PartWalk.defined(begins.part()) instanceof Constant constant) {
      return prefix(begins.text(), (String) constant.value(), place);
    }
    return part instanceof Expression.Matches matches && admitsDots(matches)
        ? prefix(matches.text(), beginning(matches), place)
        : Optional.empty();
  }

  private static Optional<Prefix> prefix(Expression text, String beginning, Fragment place) {
    return beginning.indexOf('/') < 0 || NO_PATH.matcher(beginning).matches() || isName(text)
        ? Optional.empty()
        : Optional.of(new Prefix(text(text), beginning, place));
  }

  /** Whether it is a name that the schema declares, and so no path that somebody makes up. */
  private static boolean isName(Expression text) {
    return PartWalk.defined(text) instanceof Expression.Read read
        && (read.path().root() == Root.ACTION || read.path().name().equals("type"));
  }

  /**
   * The attributes of which a rule refuses dot segments, as they are written: a permit where it
   * does not match then, a deny where it does.
   */
  private static Set<String> guarded(RuleTree rule) {
    Sense refuses = rule.effect() == Effect.PERMIT ? Sense.HINDERS : Sense.HELPS;
    var texts = new HashSet<String>();
    PartWalk.walk(
        rule,
        part -> {
          if (part.sense() == refuses) {
            findsDots(part.test()).map(PathAnalysis::text).ifPresent(texts::add);
          } else if (part.sense() == refuses.opposite()
              && part.test() instanceof Expression.Matches matches
              && !admitsDots(matches)) {
            texts.add(text(matches.text()));
          }
        });
    return texts;
  }

  /** The text of which a test says whether there are dot segments in it. */
  private static Optional<Expression> findsDots(Expression test) {
    if (test instanceof Expression.Matches matches) {
      return matches.admits("/a/../x") ? Optional.of(matches.text()) : Optional.empty();
    }
    return test instanceof Expression.Call call
            && call.function() instanceof ContainsText
            && PartWalk.defined(call.arguments().get(1)) instanceof Constant constant
            && DOT_SEGMENT.matcher((String) constant.value()).matches()
        ? Optional.of(call.arguments().get(0))
        : Optional.empty();
  }

  private boolean isGuarded(RuleTree rule, String text) {
    return guards.stream()
        .filter(guard -> guard.rule().resource().equals(rule.resource()))
        .filter(guard -> guard.rule().actions().containsAll(rule.actions()))
        .anyMatch(guard -> guard.texts().contains(text));
  }

  /** Whether a pattern goes on after its beginning with whatever stands there. */
  private static boolean admitsDots(Expression.Matches matches) {
    return matches.admits(beginning(matches) + "../x");
  }

  private static String beginning(Expression.Matches matches) {
    String pattern = matches.written();
    var literal = LITERAL.matcher(pattern);
    return literal.lookingAt() ? literal.group() : "";
  }

  private static String text(Expression expression) {
    return PartWalk.defined(expression).fragment().line();
  }

  private void report(Prefix prefix) {
    diagnostics.report(
        DiagnosticCode.PATH_PREFIX,
        prefix.place().span(),
        "`"
            + prefix.beginning()
            + "../x` begins so too; refuse dot segments with `!contains("
            + prefix.text()
            + ", '/.')` beside this, or with a deny rule for the same actions");
  }
}
