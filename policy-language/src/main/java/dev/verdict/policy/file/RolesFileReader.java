package dev.verdict.policy.file;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code roles.yaml}. Names are left for the checker to resolve. */
public final class RolesFileReader {

  private static final List<String> KEYS = List.of("roles", "derived");
  private static final List<String> DERIVED_KEYS =
      List.of("resources", "subjects", "roles", "when", "includes");

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
        named(reader.entries("roles"), this::role),
        named(reader.entries("derived"), this::derived));
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
    } else if (name.value().isBlank() || name.value().length() > LONGEST) {
      diagnostics.report(
          DiagnosticCode.WRONG_SHAPE,
          name.span(),
          "the name of a role has 1 to " + LONGEST + " characters");
    }
    return first == null;
  }

  private Optional<RoleDeclaration> role(YamlNode.Entry entry) {
    return MappingReader.open(entry.value(), what(entry), List.of("includes"), diagnostics)
        .map(reader -> new RoleDeclaration(name(entry), reader.texts("includes")));
  }

  private Optional<DerivedRoleDeclaration> derived(YamlNode.Entry entry) {
    return MappingReader.open(entry.value(), what(entry), DERIVED_KEYS, diagnostics)
        .flatMap(reader -> derived(name(entry), reader));
  }

  private Optional<DerivedRoleDeclaration> derived(Located<String> name, MappingReader reader) {
    reader.requiredNode("resources");
    reader.requiredNode("when");
    Optional<WrittenExpression> condition = reader.mappedText("when").map(expressions::read);
    List<Located<String>> resources = reader.texts("resources");
    List<Located<String>> subjects = reader.texts("subjects");
    List<Located<String>> roles = reader.texts("roles");
    List<Located<String>> includes = reader.texts("includes");
    return condition.map(
        when -> new DerivedRoleDeclaration(name, resources, subjects, roles, when, includes));
  }

  private static String what(YamlNode.Entry entry) {
    return "the role `" + entry.key().value() + "`";
  }

  private static Located<String> name(YamlNode.Entry entry) {
    return new Located<>(entry.key().value(), entry.key().span());
  }
}
