package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads matrices: who may do what with what, and nothing else. Each subject with each action on
 * each resource is a test of its own, which expects a permit where the matrix says so and a deny
 * everywhere else. An action that the type of a resource does not have is left out there.
 */
final class MatrixReader {

  private static final List<String> KEYS =
      List.of("name", "now", "subjects", "actions", "resources", "context", "permit");

  private final Schema schema;
  private final EntityReader subjects;
  private final EntityReader resources;
  private final TestDefaults defaults;
  private final Diagnostics diagnostics;

  MatrixReader(Schema schema, Fixtures fixtures, TestDefaults defaults, Diagnostics diagnostics) {
    this.schema = schema;
    this.subjects = fixtures.subjects();
    this.resources = fixtures.resources();
    this.defaults = defaults;
    this.diagnostics = diagnostics;
  }

  /** The tests of one matrix; none where anything in it is wrong. */
  List<TestCase> read(YamlNode node) {
    int errors = diagnostics.errors();
    List<TestCase> tests =
        MappingReader.open(node, "a matrix", KEYS, diagnostics).map(this::tests).orElse(List.of());
    return diagnostics.errors() == errors ? tests : List.of();
  }

  private List<TestCase> tests(MappingReader reader) {
    Optional<Located<String>> name = reader.requiredText("name");
    Map<String, Entity> who = fixtures(reader, "subjects", subjects);
    Map<String, Entity> what = fixtures(reader, "resources", resources);
    List<Located<String>> actions = required(reader, "actions");
    TestDefaults here = defaults.of(reader, schema, diagnostics);
    actions.forEach(action -> checkDeclared(action, what));
    Optional<PermitTable> permits =
        reader
            .requiredNode("permit")
            .map(
                node ->
                    PermitTable.read(
                        node,
                        who.keySet(),
                        values(actions),
                        what.keySet(),
                        (resource, action) -> declares(what.get(resource), action),
                        diagnostics));
    int limit = diagnostics.limits().of(Limit.MATRIX);
    if ((long) who.size() * what.size() * actions.size() > limit) {
      diagnostics.report(
          DiagnosticCode.TOO_MANY,
          reader.span(),
          "a matrix may have " + limit + " tests, not more; split it");
      return List.of();
    }
    var tests = new ArrayList<TestCase>();
    if (name.isPresent() && permits.isPresent()) {
      who.forEach(
          (subject, asking) ->
              what.forEach(
                  (resource, asked) ->
                      values(actions).stream()
                          .filter(action -> declares(asked, action))
                          .forEach(
                              action -> {
                                String cell = subject + ", " + action + ", " + resource;
                                Optional<Span> permit =
                                    permits.get().find(subject, action, resource);
                                request(asking, action, asked, here, reader.span())
                                    .ifPresent(
                                        request ->
                                            tests.add(test(name.get(), cell, request, permit)));
                              })));
    }
    return tests;
  }

  private static TestCase test(
      Located<String> matrix, String cell, AccessRequest request, Optional<Span> permit) {
    return new TestCase(
        new Located<>(matrix.value() + ": " + cell, permit.orElse(matrix.span())),
        request,
        Expectation.of(permit.isPresent()));
  }

  private Optional<AccessRequest> request(
      Entity subject, String action, Entity resource, TestDefaults here, Span place) {
    try {
      return Optional.of(
          new AccessRequest(
              subject,
              new Action(action, Attributes.NONE),
              resource,
              here.context(),
              Optional.empty(),
              here.now(),
              Entitlement.FULL));
    } catch (InvalidRequestException e) {
      diagnostics.report(DiagnosticCode.WRONG_SHAPE, place, e.getMessage());
      return Optional.empty();
    }
  }

  private Map<String, Entity> fixtures(MappingReader reader, String key, EntityReader known) {
    var fixtures = new LinkedHashMap<String, Entity>();
    for (Located<String> name : required(reader, key)) {
      known.named(name).ifPresent(entity -> fixtures.put(name.value(), entity));
    }
    return fixtures;
  }

  private static List<Located<String>> required(MappingReader reader, String key) {
    reader.requiredNode(key);
    return reader.texts(key);
  }

  private void checkDeclared(Located<String> action, Map<String, Entity> what) {
    if (what.values().stream().noneMatch(entity -> declares(entity, action.value()))) {
      List<String> declared =
          what.values().stream()
              .flatMap(
                  entity -> Optional.ofNullable(schema.resources().get(entity.type())).stream())
              .flatMap(type -> type.declaredActions().stream())
              .toList();
      diagnostics.report(
          DiagnosticCode.UNKNOWN_ACTION,
          action.span(),
          "none of the resources has an action `"
              + action.value()
              + "`"
              + Suggestion.didYouMean(action.value(), declared));
    }
  }

  private boolean declares(@Nullable Entity resource, String action) {
    ResourceType type = resource == null ? null : schema.resources().get(resource.type());
    return type != null && type.action(action).isPresent();
  }

  private static List<String> values(List<Located<String>> names) {
    return names.stream().map(Located::value).toList();
  }
}
