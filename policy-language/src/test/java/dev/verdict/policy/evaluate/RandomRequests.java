package dev.verdict.policy.evaluate;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Enumeration;
import dev.verdict.policy.schema.Type.ListOf;
import dev.verdict.policy.schema.Type.Simple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes requests over {@link Samples}: mostly well formed, some with gaps and wrong types. */
final class RandomRequests {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Random random;
  private final boolean complete;

  /**
   * @param complete whether every attribute is there and has its type
   */
  RandomRequests(Random random, boolean complete) {
    this.random = random;
    this.complete = complete;
  }

  AccessRequest next() {
    String action =
        complete || random.nextInt(4) > 0
            ? unknownSometimes(pick(Samples.ACTIONS))
            : pick(Samples.FOREIGN_NAMES);
    return new AccessRequest(
        random.nextInt(4) == 0 ? agent() : user(),
        new Action(action, ofAction(action)),
        new Entity(
            unknownSometimes("document"), pick(List.of("d1", "d2")), attributes(Samples.DOCUMENT)),
        attributes(Samples.CONTEXT),
        actor(),
        NOW,
        complete ? Entitlement.FULL : entitlement());
  }

  private Entitlement entitlement() {
    var replaces = EnumSet.noneOf(Part.class);
    for (Part part : Part.values()) {
      if (random.nextBoolean()) {
        replaces.add(part);
      }
    }
    return new Entitlement(
        replaces,
        random.nextInt(12) == 0 ? Optional.of(Set.of(pick(Samples.TENANTS))) : Optional.empty());
  }

  private Optional<Entity> actor() {
    return switch (random.nextInt(6)) {
      case 0 -> Optional.of(agent());
      case 1 -> Optional.of(user());
      default -> Optional.empty();
    };
  }

  /** Of a user, with nobody acting for it. */
  AccessRequest userRequest() {
    return next().asSubject(user());
  }

  private String unknownSometimes(String name) {
    return complete || random.nextInt(40) > 0 ? name : "unheard-of";
  }

  private Entity user() {
    return new Entity("user", pick(List.of("alice", "a", "bob")), attributes(Samples.USER));
  }

  private Entity agent() {
    return new Entity("agent", pick(List.of("a", "robot")), attributes(Samples.AGENT));
  }

  private Attributes ofAction(String name) {
    if (!complete && random.nextBoolean()) {
      return Attributes.NONE;
    }
    Attributes.Builder attributes = Attributes.builder();
    attributes.add("soft", new Value.Flag(random.nextBoolean()));
    if ((Samples.WRITES.contains(name) || !Samples.ACTIONS.contains(name))
        && random.nextInt(4) > 0) {
      attributes.add("fields", fields());
    }
    return attributes.build();
  }

  private Attributes attributes(Map<String, AttributeDeclaration> declared) {
    Attributes.Builder attributes = Attributes.builder();
    for (AttributeDeclaration declaration : declared.values()) {
      Optional<Value> value = value(declaration);
      value.ifPresent(known -> attributes.add(declaration.name(), known));
      if (value.isEmpty() && random.nextInt(4) == 0) {
        attributes.add(misspelt(declaration.name()), value(declaration.type()));
      }
    }
    return attributes.build();
  }

  private String misspelt(String name) {
    int place = random.nextInt(name.length());
    return switch (random.nextInt(5)) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> new StringBuilder(name).insert(place, "_").toString();
      case 2 -> new StringBuilder(name).insert(place, "x").toString();
      case 3 -> name.length() == 1 ? "xx" : new StringBuilder(name).deleteCharAt(place).toString();
      default -> name + "Number";
    };
  }

  /** Of an attribute, where a request has it. */
  Optional<Value> value(AttributeDeclaration declaration) {
    return switch (declaration.name()) {
      case "roles" -> Optional.of(texts(Samples.ROLES));
      case "scopes" -> Optional.of(texts(Samples.SCOPES));
      case "fields" -> Optional.of(fields());
      case "tenant" ->
          random.nextInt(4) > 0
              ? Optional.of(new Value.Text(pick(Samples.TENANTS)))
              : valueOfAny(declaration);
      default -> valueOfAny(declaration);
    };
  }

  /** What an action states to change: mostly names of attributes, now and then of none. */
  private Value fields() {
    if (!complete && random.nextInt(8) == 0) {
      return pick(
          List.of(
              new Value.Text("owner"),
              new Value.Sequence(List.of(new Value.Text("tags"), new Value.Whole(1))),
              new Value.Sequence(List.of(new Value.Text("unheardOf")))));
    }
    return texts(List.of("owner", "amount", "tags"));
  }

  private Optional<Value> valueOfAny(AttributeDeclaration declaration) {
    return complete || random.nextInt(8) > 0
        ? Optional.of(value(declaration.type()))
        : Optional.empty();
  }

  private Value texts(List<String> names) {
    if (!complete && random.nextInt(12) == 0) {
      return pick(
          List.of(new Value.Text(names.get(0)), new Value.Sequence(List.of(new Value.Whole(1)))));
    }
    return new Value.Sequence(
        names.stream()
            .filter(name -> random.nextBoolean())
            .map(name -> (Value) new Value.Text(name))
            .toList());
  }

  private Value value(Type type) {
    if (!complete && random.nextInt(15) == 0) {
      return pick(
          List.of(
              new Value.Text("5"),
              new Value.Whole(5),
              new Value.Flag(true),
              new Value.Structure(Attributes.NONE),
              new Value.Sequence(List.of(new Value.Whole(1)))));
    }
    if (type instanceof Enumeration enumeration) {
      return new Value.Text(pick(enumeration.values()));
    }
    if (type instanceof Type.Reference reference) {
      return reference(reference.entity(), 0);
    }
    if (type instanceof Type.Structure structure) {
      return record(structure);
    }
    if (type instanceof Simple simple) {
      return simple(simple);
    }
    Type element = type instanceof ListOf list ? list.element() : ((Type.SetOf) type).element();
    return new Value.Sequence(
        IntStream.range(0, random.nextInt(4)).mapToObj(i -> value(element)).toList());
  }

  /** An id, or with what it lies in: JEXL, which knows ids only, is asked of complete requests. */
  private Value reference(String type, int depth) {
    var id = new Value.Text(pick(Samples.IDS.get(type)));
    if (complete || depth == 3 || random.nextBoolean()) {
      return id;
    }
    Attributes.Builder members = Attributes.builder();
    members.add("id", id);
    String container = Samples.ENTITIES.containersOf(type).get(0);
    members.add(
        "in",
        new Value.Sequence(
            IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> reference(container, depth + 1))
                .toList()));
    return new Value.Structure(members.build());
  }

  private Value record(Type.Structure type) {
    Attributes.Builder members = Attributes.builder();
    for (Type.Member member : type.members()) {
      if (complete || random.nextInt(member.optional() ? 2 : 20) > 0) {
        members.add(member.name(), value(member.type()));
      }
    }
    if (random.nextBoolean()) {
      members.add("unheardOf", new Value.Flag(true));
    }
    return new Value.Structure(members.build());
  }

  private Value simple(Simple type) {
    return switch (type) {
      case BOOL -> new Value.Flag(random.nextBoolean());
      case STRING ->
          new Value.Text(pick(List.of("", "a", "abc", " aBc", "bob", "acme", "globex", "draft")));
      case INT -> new Value.Whole(pick(List.of(0L, 1L, 3L, -2L, Long.MAX_VALUE)));
      case DECIMAL ->
          random.nextBoolean()
              ? new Value.Whole(random.nextInt(4))
              : new Value.Decimal(new BigDecimal(pick(List.of("0.5", "3.00", "-1.25", "1E+2"))));
      case TIMESTAMP ->
          text(
              "2025-12-31T23:59:59Z",
              "2026-01-01T01:00:00+01:00",
              "2027-01-01T00:00:00Z",
              "9999-12-31T23:00:00Z");
      case DURATION -> text("PT0S", "PT1H", "P90D", "PT0.000000001S", "P3652500D");
      case IP ->
          text("10.0.0.1", "::ffff:10.0.0.1", "10.1.2.3", "192.0.2.1", "::1", "2001:DB8::0:1");
      case CIDR -> text("10.0.0.0/8", "10.0.0.1/32", "0.0.0.0/0", "::/0", "2001:db8::/32");
    };
  }

  private Value text(String... choices) {
    return new Value.Text(pick(List.of(choices)));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
