package dev.verdict.policy.file;

import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.schema.Sentence;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.schema.Identifier;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code grants.yaml}. Names are left for the checker to resolve. */
public final class GrantsReader {

  private static final List<String> KEYS =
      List.of("id", "subjects", "tenant", "resources", "actions", "from", "until", "because");

  private static final List<String> SUBJECT_KEYS = List.of("type", "tenant", "ids", "roles");

  private final Diagnostics diagnostics;

  private GrantsReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The grants of a file. One that cannot be read as a whole is reported and left out. */
  public static List<GrantDeclaration> read(YamlNode document, Diagnostics diagnostics) {
    return MappingReader.open(document, "`grants.yaml`", List.of("grants"), diagnostics)
        .map(new GrantsReader(diagnostics)::grants)
        .orElse(List.of());
  }

  private List<GrantDeclaration> grants(MappingReader reader) {
    reader.requiredNode("grants");
    List<YamlNode> items = reader.items("grants");
    var grants = new ArrayList<GrantDeclaration>();
    int limit = diagnostics.limits().of(Limit.GRANTS);
    if (items.size() > limit) {
      diagnostics.report(
          DiagnosticCode.TOO_MANY,
          items.get(limit).span(),
          "a repository may have " + limit + " grants, not more");
      return grants;
    }
    var lines = new HashMap<String, Integer>();
    for (YamlNode item : items) {
      int errors = diagnostics.errors();
      MappingReader.open(item, "a grant", KEYS, diagnostics)
          .flatMap(this::grant)
          .filter(grant -> diagnostics.errors() == errors)
          .filter(grant -> isNew(grant.id(), lines))
          .ifPresent(grants::add);
    }
    return grants;
  }

  private boolean isNew(Located<String> id, Map<String, Integer> lines) {
    Integer first = lines.putIfAbsent(id.value(), id.span().line());
    if (first != null) {
      diagnostics.report(
          DiagnosticCode.DUPLICATE_NAME,
          id.span(),
          "duplicate grant id `" + id.value() + "`; the first one is in line " + first);
    }
    return first == null;
  }

  private Optional<GrantDeclaration> grant(MappingReader reader) {
    Optional<Located<String>> id = reader.requiredText("id").filter(this::isLabel);
    Optional<GrantDeclaration.Subjects> subjects =
        reader
            .requiredNode("subjects")
            .flatMap(node -> reader.mapping("subjects", SUBJECT_KEYS))
            .flatMap(GrantsReader::subjects);
    Optional<Located<String>> tenant = reader.requiredText("tenant");
    List<Located<String>> resources = required(reader, "resources");
    List<Located<String>> actions = required(reader, "actions");
    Optional<Validity> validity = validity(reader);
    reader
        .requiredText("because")
        .ifPresent(sentence -> Sentence.check("because", sentence, diagnostics));
    if (id.isEmpty() || subjects.isEmpty() || tenant.isEmpty() || validity.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new GrantDeclaration(
            id.get(), subjects.get(), tenant.get(), resources, actions, validity.get()));
  }

  private static Optional<GrantDeclaration.Subjects> subjects(MappingReader reader) {
    Optional<Located<String>> type = reader.requiredText("type");
    Optional<Located<String>> tenant = reader.requiredText("tenant");
    List<Located<String>> ids = reader.texts("ids");
    List<Located<String>> roles = reader.texts("roles");
    return type.flatMap(
        found -> tenant.map(own -> new GrantDeclaration.Subjects(found, own, ids, roles)));
  }

  private static List<Located<String>> required(MappingReader reader, String key) {
    reader.requiredNode(key);
    return reader.texts(key);
  }

  /** A way across tenants that nobody has to look at again would stay open for ever. */
  private Optional<Validity> validity(MappingReader reader) {
    return reader.requiredNode("until").map(end -> ValidityReader.read(reader, diagnostics));
  }

  private boolean isLabel(Located<String> id) {
    Optional<String> problem = Identifier.labelProblem(id.value());
    problem.ifPresent(
        message -> diagnostics.report(DiagnosticCode.WRONG_SHAPE, id.span(), message));
    return problem.isEmpty();
  }
}
