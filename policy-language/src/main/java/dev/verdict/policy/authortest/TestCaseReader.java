package dev.verdict.policy.authortest;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.schema.DeprecationWarnings;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads one test of a file. */
final class TestCaseReader {

  private static final List<String> KEYS =
      List.of(
          "name",
          "subject",
          "actor",
          "action",
          "resource",
          "context",
          "now",
          "expect",
          "rule",
          "rules",
          "reason",
          "fields",
          "obligations",
          "advice",
          "grants");

  private final Schema schema;
  private final EntityReader subjects;
  private final EntityReader resources;
  private final TestDefaults defaults;
  private final Diagnostics diagnostics;
  private final PropertyReader properties;
  private final DeprecationWarnings deprecation;
  private final ExpectationReader expectations;

  TestCaseReader(Schema schema, Fixtures fixtures, TestDefaults defaults, Diagnostics diagnostics) {
    this.schema = schema;
    this.subjects = fixtures.subjects();
    this.resources = fixtures.resources();
    this.defaults = defaults;
    this.diagnostics = diagnostics;
    properties = new PropertyReader(diagnostics);
    deprecation = new DeprecationWarnings(diagnostics);
    expectations = new ExpectationReader(diagnostics);
  }

  /** Empty, and reported, where the test cannot be run. */
  Optional<TestCase> read(YamlNode node) {
    return MappingReader.open(node, "a test", KEYS, diagnostics).flatMap(this::test);
  }

  private Optional<TestCase> test(MappingReader reader) {
    Optional<Located<String>> name = reader.requiredText("name");
    Optional<Expectation> expectation = expectations.read(reader);
    Optional<AccessRequest> request = request(reader);
    return name.flatMap(
        found ->
            expectation.flatMap(
                expected -> request.map(asked -> new TestCase(found, asked, expected))));
  }

  private Optional<AccessRequest> request(MappingReader reader) {
    Optional<Entity> subject = reader.requiredNode("subject").flatMap(subjects::read);
    Optional<Entity> actor = reader.node("actor").flatMap(subjects::read);
    Optional<Entity> resource = reader.requiredNode("resource").flatMap(resources::read);
    Optional<Action> action = reader.requiredNode("action").flatMap(node -> action(node, resource));
    TestDefaults here = defaults.of(reader, schema, diagnostics);
    if (subject.isEmpty() || resource.isEmpty() || reader.has("actor") != actor.isPresent()) {
      return Optional.empty();
    }
    return action.map(
        found ->
            new AccessRequest(
                subject.get(),
                found,
                resource.get(),
                here.context(),
                actor,
                here.now(),
                Entitlement.FULL));
  }

  Optional<Action> action(YamlNode node, Optional<Entity> resource) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return MappingReader.scalar(
              node, "`action`", "a name, or a mapping with a `name`", diagnostics)
          .flatMap(name -> action(name.value(), List.of(), node, resource));
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.key().value().equals("name")) {
        List<YamlNode.Entry> others =
            mapping.entries().stream().filter(other -> !other.equals(entry)).toList();
        return MappingReader.scalar(entry.value(), "`name`", "text", diagnostics)
            .flatMap(name -> action(name.value(), others, node, resource));
      }
    }
    diagnostics.report(
        DiagnosticCode.MISSING_KEY, mapping.span(), "an action needs the key `name`");
    return Optional.empty();
  }

  private Optional<Action> action(
      String name, List<YamlNode.Entry> members, YamlNode node, Optional<Entity> resource) {
    Optional<ActionDeclaration> declared =
        resource
            .map(entity -> schema.resources().get(entity.type()))
            .flatMap(type -> type.action(name));
    deprecation.check(
        "the action `" + name + "`", declared.flatMap(ActionDeclaration::deprecated), node.span());
    try {
      return Optional.of(
          new Action(
              name,
              properties.read(
                  members,
                  "the action `" + name + "`",
                  declared.map(ActionDeclaration::attributes))));
    } catch (InvalidRequestException e) {
      diagnostics.report(DiagnosticCode.WRONG_SHAPE, node.span(), e.getMessage());
      return Optional.empty();
    }
  }
}
