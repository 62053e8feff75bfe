package dev.verdict.policy.rename;

import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What each written name of a repository means; of several things at once where rules share it. */
final class NameUses {

  /**
   * A text that is compared with names, but not for being one: a prefix, a pattern.
   *
   * @param names what is looked at
   * @param outcome what comes of a name; the same has to come of the new one
   */
  record Test(Span span, String written, NameDomain names, Function<String, Object> outcome) {}

  /** An expression that gives names to what no file can tell: an operand, a function, a caller. */
  record Leak(Span span, String written, NameDomain names, boolean isSent) {}

  private final NavigableMap<Place, Set<Name>> places = new TreeMap<>();
  private final Set<Name> names = new HashSet<>();
  private final Set<Name> implied = new HashSet<>();
  private final List<Test> tests = new ArrayList<>();
  private final List<Leak> leaks = new ArrayList<>();

  /** All places, in order, and what is meant there. */
  NavigableMap<Place, Set<Name>> places() {
    return Collections.unmodifiableNavigableMap(places);
  }

  /** All names that are written anywhere. */
  Set<Name> names() {
    return Collections.unmodifiableSet(names);
  }

  List<Test> tests() {
    return Collections.unmodifiableList(tests);
  }

  List<Leak> leaks() {
    return Collections.unmodifiableList(leaks);
  }

  /** Whether a name means something because it is called so, without being named anywhere else. */
  boolean isImplied(Name name) {
    return implied.contains(name);
  }

  void whole(YamlNode.Scalar scalar, Name name) {
    whole(scalar, Set.of(name));
  }

  void whole(YamlNode.Scalar scalar, Set<Name> meant) {
    add(new Place(scalar.span(), scalar.value(), Place.Form.WHOLE), meant);
  }

  void whole(Located<String> written, Name name) {
    add(new Place(written.span(), written.value(), Place.Form.WHOLE), Set.of(name));
  }

  void whole(Located<String> written, NameDomain names) {
    add(new Place(written.span(), written.value(), Place.Form.WHOLE), names.named(written.value()));
  }

  void whole(Collection<Located<String>> written, NameSort sort) {
    written.forEach(each -> whole(each, Name.of(sort, each.value())));
  }

  /** A part of a text, from the first unit to behind the last. */
  void part(MappedText text, int from, int to, Set<Name> meant) {
    String written = text.text().substring(from, to);
    add(new Place(text.span(from, to), written, Place.Form.PART), meant);
  }

  /** The name behind the last dot of an expression. */
  void behindDot(Fragment access, String name, Set<Name> meant) {
    int to = access.to();
    boolean quoted = access.text().endsWith("'") || access.text().endsWith("\"");
    int from = to - name.length() - (quoted ? 2 : 0);
    String written = access.source().text().substring(from, to);
    add(new Place(access.source().span(from, to), written, Place.Form.BEHIND_DOT), meant);
  }

  void imply(Name name) {
    implied.add(name);
  }

  void test(Test test) {
    tests.add(test);
  }

  void leak(Leak leak) {
    leaks.add(leak);
  }

  private void add(Place place, Set<Name> meant) {
    if (!meant.isEmpty()) {
      places.computeIfAbsent(place, each -> new HashSet<>()).addAll(meant);
      names.addAll(meant);
    }
  }
}
