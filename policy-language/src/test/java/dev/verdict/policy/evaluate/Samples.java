package dev.verdict.policy.evaluate;

import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.data.StoredEntity;
import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.DeclaredNames;
import dev.verdict.policy.file.NameKind;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.data.DataReader;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.EntityReference;
import dev.verdict.policy.schema.EntityTypes;
import dev.verdict.policy.schema.OpenActions;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Enumeration;
import dev.verdict.policy.schema.Type.ListOf;
import dev.verdict.policy.schema.Type.Member;
import dev.verdict.policy.schema.Type.Reference;
import dev.verdict.policy.schema.Type.SetOf;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.schema.Type.Structure;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A schema with every type of attribute, and data, for generated policies and requests. */
final class Samples {

  static final List<String> ACTIONS = List.of("read", "write", "file:open", "file:close");
  static final Set<String> WRITES = Set.of("write", "file:close");

  /** Mentioned of a document whose set of actions is open. */
  static final List<String> FOREIGN_ACTIONS =
      List.of("tool/*", "zap", "tool/deep/*", "tool/deep/x", "file:zap", "tool/x");

  /** What callers ask of it, the names above and what should not pass for one of them. */
  static final List<String> FOREIGN_NAMES =
      List.of(
          "tool/x",
          "tool/y",
          "tool/deep/x",
          "tool/deep/y",
          "tool/deep/X",
          "Tool/deep/y",
          "tool//x",
          "tool/../x",
          "tool/",
          "file:zap",
          "file:",
          "file:op-en",
          "File:anything",
          "zap",
          "ZAP",
          "zapp",
          "RE_AD",
          "tool/*",
          "*",
          "a b");

  static final List<String> TENANTS = List.of("acme", "globex");
  static final List<String> ROLES = List.of("admin", "editor", "viewer");
  static final List<String> DERIVED_ROLES = List.of("owner", "guest");
  static final List<String> SCOPES = List.of("docs:read", "docs:write");

  /** Requests come at noon of the first of March; one of these begins then, and one has ended. */
  static final List<Validity> VALIDITIES =
      List.of(
          validity("2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z"),
          validity("2026-03-01T12:00:00Z", "2026-03-01T12:00:01Z"),
          validity("2026-01-01T00:00:00Z", "2026-03-01T12:00:00Z"),
          validity("2026-03-02T00:00:00Z", "2026-12-31T00:00:00Z"));

  static final Type STATUS = new Enumeration(List.of("draft", "sent", "locked"));

  /** What the entities of a type may lie in. */
  static final EntityTypes ENTITIES =
      new EntityTypes(
          Map.of(
              "folder", List.of("folder"),
              "group", List.of("group"),
              "user", List.of("group"),
              "document", List.of(),
              "agent", List.of()));

  static final Map<String, List<String>> IDS =
      Map.of(
          "folder", List.of("f1", "f2", "f3", "f4", "f5"),
          "group", List.of("g1", "g2", "g3"),
          "user", List.of("alice", "a", "bob"));

  /** What is stored of what lies in what, with a circle and two ways from one to another. */
  static final Map<EntityReference, Set<EntityReference>> CONTAINERS =
      Map.of(
          new EntityReference("folder", "f1"), Set.of(new EntityReference("folder", "f2")),
          new EntityReference("folder", "f2"), Set.of(new EntityReference("folder", "f3")),
          new EntityReference("folder", "f3"), Set.of(new EntityReference("folder", "f2")),
          new EntityReference("folder", "f4"),
              Set.of(new EntityReference("folder", "f1"), new EntityReference("folder", "f3")),
          new EntityReference("group", "g1"), Set.of(new EntityReference("group", "g2")),
          new EntityReference("user", "alice"), Set.of(new EntityReference("group", "g1")));

  private static final String STORED_HIERARCHY =
      """
      entities:
        folder: { f1: { in: f2 }, f2: { in: [f3] }, f3: { in: [f2] }, f4: { in: [f1, f3] } }
        group: { g1: { in: [g2] } }
        user: { alice: { in: g1 } }
      """;

  static final Structure PLACE =
      new Structure(
          "Place",
          List.of(new Member("city", Simple.STRING, false), new Member("floor", Simple.INT, true)));

  static final Structure SHARE =
      new Structure(
          "Share",
          List.of(
              new Member("level", Simple.INT, false),
              new Member("to", new Reference("user", ENTITIES), false),
              new Member("note", Simple.STRING, true)));

  static final Structure ADDRESS =
      new Structure(
          "Address",
          List.of(
              new Member("country", Simple.STRING, false),
              new Member("zip", Simple.STRING, true),
              new Member("place", PLACE, true)));

  static final Map<String, AttributeDeclaration> USER =
      declarations(
          attribute("tenant", Simple.STRING, false),
          attribute("level", Simple.INT, false),
          attribute("limit", Simple.DECIMAL, true),
          attribute("name", Simple.STRING, false),
          attribute("groups", new SetOf(Simple.STRING), true),
          attribute("active", Simple.BOOL, false),
          attribute("teams", new SetOf(new Reference("group", ENTITIES)), false),
          attribute("boss", new Reference("user", ENTITIES), true),
          attribute("roles", new SetOf(Simple.STRING), true),
          attribute("scopes", new SetOf(Simple.STRING), true));

  static final Map<String, AttributeDeclaration> AGENT =
      declarations(
          attribute("name", Simple.STRING, false),
          attribute("level", Simple.INT, false),
          attribute("roles", new SetOf(Simple.STRING), true),
          attribute("scopes", new SetOf(Simple.STRING), true));

  static final Map<String, AttributeDeclaration> DOCUMENT =
      declarations(
          attribute("tenant", Simple.STRING, false),
          attribute("owner", Simple.STRING, false),
          attribute("level", Simple.INT, true),
          attribute("amount", Simple.DECIMAL, false),
          attribute("status", STATUS, false),
          attribute("tags", new ListOf(Simple.STRING), false),
          attribute("created", Simple.TIMESTAMP, false),
          attribute("lifetime", Simple.DURATION, false),
          attribute("host", Simple.IP, true),
          attribute("hosts", new SetOf(Simple.IP), false),
          attribute("networks", new ListOf(Simple.CIDR), false),
          attribute("open", Simple.BOOL, true),
          attribute("folder", new Reference("folder", ENTITIES), false),
          attribute("shares", new ListOf(SHARE), false),
          attribute("home", ADDRESS, false),
          attribute("away", ADDRESS, true));

  static final Map<String, AttributeDeclaration> CONTEXT =
      declarations(
          attribute("channel", Simple.STRING, true),
          attribute("risk", Simple.INT, false),
          attribute("address", Simple.IP, false));

  /** The names of roles and scopes are those of others, so nothing is said of them. */
  static final DeclaredNames NOTHING_DECLARED =
      new DeclaredNames(
          new PolicyDeclarations(
              List.of(), List.of(), Optional.empty(), List.of(), Set.of(NameKind.values())),
          Optional.empty(),
          new Diagnostics());

  private static final Hierarchy HIERARCHY = hierarchy();

  private Samples() {}

  static Schema schema(boolean isolated) {
    return schema(isolated, /* open= */ false, UnaryOperator.identity());
  }

  /** The same schema, of which some attributes come from one source only. */
  static Schema schema(boolean isolated, boolean open, Random random) {
    return schema(isolated, open, declared -> declaration(declared, random));
  }

  private static AttributeDeclaration declaration(AttributeDeclaration declared, Random random) {
    int source = random.nextInt(8);
    return new AttributeDeclaration(
        declared.name(), declared.type(), declared.optional(), source != 0, source != 1);
  }

  private static Schema schema(
      boolean isolated, boolean open, UnaryOperator<AttributeDeclaration> sources) {
    var actions = new LinkedHashMap<String, ActionDeclaration>();
    for (String action : ACTIONS) {
      Map<String, AttributeDeclaration> attributes =
          declarations(attribute("soft", Simple.BOOL, true));
      Span span = Span.startOf("schema.yaml");
      actions.put(
          action,
          WRITES.contains(action)
              ? ActionDeclaration.writing(action, attributes, span)
              : ActionDeclaration.reading(action, attributes, span));
    }
    if (open) {
      actions.put("*", ActionDeclaration.undeclared("*", Span.startOf("schema.yaml")));
    }
    Optional<OpenActions> others =
        open ? Optional.of(OpenActions.of(ACTIONS, List.of())) : Optional.empty();
    Optional<String> tenant = isolated ? Optional.of("tenant") : Optional.empty();
    return new Schema(
        Map.of(
            "user", new SubjectType("user", each(USER, sources), Optional.of("tenant")),
            "agent", new SubjectType("agent", each(AGENT, sources), Optional.empty())),
        Map.of(
            "document",
            new ResourceType("document", actions, others, each(DOCUMENT, sources), tenant)),
        CONTEXT,
        ENTITIES,
        Optional.empty());
  }

  private static Map<String, AttributeDeclaration> each(
      Map<String, AttributeDeclaration> declared, UnaryOperator<AttributeDeclaration> sources) {
    return declarations(
        declared.values().stream().map(sources).toArray(AttributeDeclaration[]::new));
  }

  /** Knows a user, an agent and a document; a request that names them need not say everything. */
  static StoredAttributes data(Schema schema, Random random) {
    return new StoredAttributes(
        Map.of(
            "user", Map.of("alice", stored(schema.subjects().get("user").attributes(), random)),
            "agent", Map.of("robot", stored(schema.subjects().get("agent").attributes(), random))),
        Map.of(
            "document",
            Map.of("d1", stored(schema.resources().get("document").attributes(), random))),
        HIERARCHY);
  }

  /** Knows what lies in what and no attributes. */
  static StoredAttributes hierarchyAlone() {
    return new StoredAttributes(Map.of(), Map.of(), HIERARCHY);
  }

  /**
   * Some of what is declared, of the right type; of some it is stored that there is no value. In
   * the order of names: that of a schema's own map differs from run to run, and a seed would then
   * not bring the same data again.
   */
  private static StoredEntity stored(Map<String, AttributeDeclaration> declared, Random random) {
    var values = new RandomRequests(random, true);
    var attributes = Attributes.builder();
    var absent = new HashSet<String>();
    for (AttributeDeclaration declaration : new TreeMap<>(declared).values()) {
      switch (declaration.fromData() ? random.nextInt(6) : -1) {
        case 0, 1 ->
            values.value(declaration).ifPresent(value -> attributes.add(declaration.name(), value));
        case 2 -> {
          if (declaration.optional()) {
            absent.add(declaration.name());
          }
        }
        default -> {}
      }
    }
    return new StoredEntity(attributes.build(), absent);
  }

  private static Hierarchy hierarchy() {
    var diagnostics = new Diagnostics();
    YamlNode file =
        YamlReader.read(new SourceFile("data/all.yaml", STORED_HIERARCHY), diagnostics)
            .orElseThrow();
    Hierarchy hierarchy = DataReader.read(Stream.of(file), schema(false), diagnostics).hierarchy();
    if (diagnostics.hasErrors()) {
      throw new AssertionError(diagnostics.sorted());
    }
    return hierarchy;
  }

  private static Validity validity(String from, String until) {
    return new Validity(Optional.of(Instant.parse(from)), Optional.of(Instant.parse(until)));
  }

  private static AttributeDeclaration attribute(String name, Type type, boolean optional) {
    return new AttributeDeclaration(name, type, optional, true, true);
  }

  private static Map<String, AttributeDeclaration> declarations(
      AttributeDeclaration... declarations) {
    var all = new LinkedHashMap<String, AttributeDeclaration>();
    for (AttributeDeclaration declaration : declarations) {
      all.put(declaration.name(), declaration);
    }
    return all;
  }
}
