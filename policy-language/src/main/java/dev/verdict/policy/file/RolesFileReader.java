package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.schema.Sentence;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.VisibleText;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.Vocabulary;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code roles.yaml}. Names are left for the checker to resolve. */
public final class RolesFileReader {

  private static final List<String> KEYS = List.of("roles", "derived", "scopes");
  private static final Vocabulary ROLE =
      Vocabulary.of(List.of("includes", "deprecated"))
          .advising("inherits", "write `includes`", "includes")
          .advising("extends", "write `includes`", "includes")
          .advising("permissions", "what a role may do stands in the rules of the policies")
          .advising("description", "write it behind a `#`");
  private static final Vocabulary DERIVED =
      Vocabulary.of(List.of("resources", "subjects", "roles", "when", "includes", "deprecated"))
          .advising("resource", "write `resources: [..]`", "resources")
          .advising("parentRoles", "write `roles: [..]`", "roles")
          .advising("condition", "write the condition in `when`", "when")
          .advising("if", "write the condition in `when`", "when");

  private static final int LONGEST = Limit.LABEL_LENGTH.standard();

  private final ExpressionReader expressions;
  private final Diagnostics diagnostics;
  private final Map<String, Span> places = new HashMap<>();

  private RolesFileReader(Diagnostics diagnostics) {
    this.expressions = new ExpressionReader(diagnostics);
    this.diagnostics = diagnostics;
  }

  /**
   * The roles of a file. What cannot be read is reported and left out.
   *
   * @return empty, and reported, where it is no mapping
   */
  public static Optional<RolesFile> read(YamlNode document, Diagnostics diagnostics) {
    return MappingReader.open(document, "`roles.yaml`", KEYS, diagnostics)
        .map(new RolesFileReader(diagnostics)::roles);
  }

  private RolesFile roles(MappingReader reader) {
    return new RolesFile(
        named(reader.entries("roles", "a mapping of names, like `editor: {}`"), this::role),
        named(reader.entries("derived"), this::derived),
        reader.node("scopes").isPresent() ? Optional.of(scopes(reader)) : Optional.empty());
  }

  private static Set<String> scopes(MappingReader reader) {
    return reader.texts("scopes").stream()
        .map(Located::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  private <T> List<T> named(
      List<YamlNode.Entry> entries, Function<YamlNode.Entry, Optional<T>> read) {
    var roles = new ArrayList<T>();
    int limit = diagnostics.limits().of(Limit.ROLES);
    if (entries.size() > limit) {
      diagnostics.report(
          DiagnosticCode.TOO_MANY,
          entries.get(limit).key().span(),
          "a repository may have " + limit + " roles of a kind, not more");
      return roles;
    }
    for (YamlNode.Entry entry : entries) {
      Optional<T> role = read.apply(entry);
      if (isName(entry.key())) {
        role.ifPresent(roles::add);
      }
    }
    return roles;
  }

  /** Roles come from elsewhere, and so may be called anything; but not two of them the same. */
  private boolean isName(YamlNode.Scalar name) {
    Span first = places.putIfAbsent(name.value(), name.span());
    if (first != null) {
      diagnostics.report(
          DiagnosticCode.DUPLICATE_NAME,
          name.span(),
          "the role `" + name.value() + "` is already declared in line " + first.line());
    } else if (!VisibleText.isIn(name.value()) || name.value().length() > LONGEST) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          name.span(),
          "the name of a role has 1 to " + LONGEST + " characters, at least one of them visible");
    }
    return first == null;
  }

  private Optional<RoleDeclaration> role(YamlNode.Entry entry) {
    if (entry.value() instanceof YamlNode.Sequence) {
      MappingReader.wrongShape(
          diagnostics, what(entry), "a mapping, like `{ includes: [editor] }`", entry.value());
      return Optional.of(new RoleDeclaration(name(entry), List.of(), Optional.empty()));
    }
    return MappingReader.open(entry.value(), what(entry), ROLE, diagnostics)
        .map(
            reader ->
                new RoleDeclaration(
                    name(entry),
                    reader.texts("includes"),
                    Sentence.deprecated(reader, diagnostics)));
  }

  private Optional<DerivedRoleDeclaration> derived(YamlNode.Entry entry) {
    return MappingReader.open(entry.value(), what(entry), DERIVED, diagnostics)
        .map(reader -> derived(name(entry), reader));
  }

  private DerivedRoleDeclaration derived(Located<String> name, MappingReader reader) {
    reader.requiredNode("resources");
    reader.requiredNode("when");
    Optional<WrittenExpression> condition = expressions.read(reader, "when");
    List<Located<String>> resources = reader.texts("resources");
    List<Located<String>> subjects = reader.texts("subjects");
    List<Located<String>> roles = reader.texts("roles");
    List<Located<String>> includes = reader.texts("includes");
    return new DerivedRoleDeclaration(
        name,
        resources,
        subjects,
        roles,
        condition.orElseGet(() -> new WrittenExpression(Optional.empty())),
        includes,
        Sentence.deprecated(reader, diagnostics));
  }

  private static String what(YamlNode.Entry entry) {
    return "the role `" + entry.key().value() + "`";
  }

  private static Located<String> name(YamlNode.Entry entry) {
    return new Located<>(entry.key().value(), entry.key().span());
  }
}
