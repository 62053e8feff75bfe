package dev.verdict.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.format.Formatter;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.ValueReader;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What takes texts from outside. Each says in a word how it took one: a new word, a new way. */
enum FuzzTarget {
  /** One file: read, looked at as values, and laid out anew. */
  YAML {
    @Override
    List<String> corpus() {
      return Corpus.yaml();
    }

    @Override
    String take(String input) {
      var diagnostics = new Diagnostics();
      var file = new SourceFile("a.policy.yaml", input);
      Optional<YamlNode> document = YamlReader.read(file, diagnostics);
      assertThat(document.isPresent()).isNotEqualTo(diagnostics.hasErrors());
      document.ifPresent(node -> new ValueReader(diagnostics).read(node));
      var ofLayout = new Diagnostics();
      Optional<String> formatted = Formatter.format(file, ofLayout);
      assertThat(formatted.isPresent()).isNotEqualTo(ofLayout.hasErrors());
      formatted.ifPresent(FuzzTarget::isStable);
      return codes(diagnostics.sorted());
    }
  },

  /** The condition of a rule, up to decisions by it. */
  CONDITION {
    @Override
    List<String> corpus() {
      return Corpus.conditions();
    }

    @Override
    String take(String input) {
      String policy =
          "policy: fuzz\nresource: invoice\nrules:\n  - { permit: read, id: a, when: "
              + quoted(input)
              + " }\n";
      return load(List.of(SCHEMA, new SourceFile("fuzz.policy.yaml", policy)));
    }
  },

  /** All files of a repository, up to decisions by it. */
  REPOSITORY {
    @Override
    List<String> corpus() {
      return Corpus.repositories();
    }

    @Override
    String take(String input) {
      return load(Corpus.split(input));
    }
  },

  /** The attributes of a request, decided by the policies of the reference. */
  REQUEST {
    @Override
    List<String> corpus() {
      return Corpus.requests();
    }

    @Override
    String take(String input) {
      var diagnostics = new Diagnostics();
      return YamlReader.read(new SourceFile("request.yaml", input), diagnostics)
          .flatMap(node -> new ValueReader(diagnostics).read(node))
          .flatMap(FuzzTarget::request)
          .map(request -> decide(EVALUATOR, request))
          .orElse("no request");
    }
  };

  private static final List<SourceFile> REFERENCE = Corpus.reference();
  private static final SourceFile SCHEMA =
      REFERENCE.stream()
          .filter(file -> file.path().equals("schema.yaml"))
          .findFirst()
          .orElseThrow();
  private static final Snapshot EVALUATOR =
      SnapshotLoader.load(REFERENCE, "r1").snapshot().orElseThrow();
  private static final List<AccessRequest> REQUESTS =
      Corpus.requests().stream()
          .map(
              text ->
                  YamlReader.read(new SourceFile("request.yaml", text), new Diagnostics())
                      .flatMap(node -> new ValueReader(new Diagnostics()).read(node))
                      .flatMap(FuzzTarget::request)
                      .orElseThrow())
          .toList();

  /** Where fuzzing starts from. */
  abstract List<String> corpus();

  /**
   * Takes a text. Whatever it throws is a fault of ours.
   *
   * @return a word for how it went
   */
  abstract String take(String input);

  /** Its name where files are kept for it. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String load(List<SourceFile> files) {
    LoadResult result = SnapshotLoader.load(files, "r1");
    String codes = codes(result.diagnostics());
    return result
        .snapshot()
        .map(
            snapshot ->
                REQUESTS.stream()
                    .map(request -> decide(snapshot, request))
                    .collect(Collectors.joining(" ", codes, "")))
        .orElse(codes);
  }

  private static String decide(Snapshot evaluator, AccessRequest request) {
    var decision = evaluator.decide(request);
    assertThat(evaluator.explain(request).decision()).isEqualTo(decision);
    return decision.reason().code().word()
        + decision.reason().rule().map(rule -> ":" + rule.rule()).orElse("");
  }

  private static String codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(diagnostic -> diagnostic.code().word())
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static void isStable(String formatted) {
    assertThat(Formatter.format(new SourceFile("a.policy.yaml", formatted), new Diagnostics()))
        .contains(formatted);
  }

  private static Optional<AccessRequest> request(Value value) {
    Attributes members = members(value);
    try {
      return Optional.of(
          new AccessRequest(
              entity(members.get("subject")),
              new Action(
                  text(members(members.get("action")).get("name")),
                  members(members(members.get("action")).get("properties"))),
              entity(members.get("resource")),
              members(members.get("context")),
              Optional.ofNullable(members.get("actor")).map(FuzzTarget::entity),
              Instant.EPOCH));
    } catch (InvalidRequestException invalid) {
      return Optional.empty();
    }
  }

  private static Entity entity(Value value) {
    Attributes members = members(value);
    return new Entity(
        text(members.get("type")), text(members.get("id")), members(members.get("properties")));
  }

  private static Attributes members(Value value) {
    return value instanceof Value.Structure structure ? structure.attributes() : Attributes.NONE;
  }

  private static String text(Value value) {
    return value instanceof Value.Text text ? text.text() : "";
  }

  /** In double quotes, so that any text can stand in YAML. */
  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                c >= 0x20 && c < 0x7f && c != '"' && c != '\\'
                    ? Character.toString(c)
                    : String.format("\\U%08X", c))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
