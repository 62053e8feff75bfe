package dev.verdict.server.command.ask;

import dev.verdict.policy.authortest.QuestionReader;
import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Severity;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.snapshot.Workbench;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A subject, actor or resource as a person names it on the command line: by a fixture of the tests,
 * or as {@code type:id}. A fixture of that name wins; both parts may have colons, so the longest
 * declared type that fits is the type.
 *
 * @param kind where its fixtures stand
 * @param option for messages
 * @param text as written
 * @param properties of the command line, which take the place of those of a fixture
 */
record NamedEntity(Kind kind, String option, String text, Attributes properties) {

  /** Types that a message names at most, of those that were tried. */
  private static final int MAX_TOLD = 5;

  /** Where fixtures stand. */
  enum Kind {
    SUBJECT("subjects"),
    RESOURCE("resources");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  /**
   * Finds it.
   *
   * @throws InvalidRequestException where it is neither
   */
  Entity in(Workbench policies) {
    if (policies.fixtures(kind.key).contains(text)) {
      return fixture(policies);
    }
    List<String> prefixes = prefixes();
    if (prefixes.isEmpty()) {
      throw new InvalidRequestException(unknown(policies));
    }
    Set<String> declared = declared(policies);
    Optional<String> known = prefixes.stream().filter(declared::contains).findFirst();
    if (known.isEmpty() && prefixes.size() > 1) {
      throw new InvalidRequestException(noType(prefixes, declared));
    }
    // a single undeclared type is for the decision to refuse, as it would for any caller
    String type = known.orElse(prefixes.get(0));
    return new Entity(type, text.substring(type.length() + 1), properties);
  }

  private Set<String> declared(Workbench policies) {
    return switch (kind) {
      case SUBJECT -> policies.subjectTypes();
      case RESOURCE -> policies.resourceTypes();
    };
  }

  /** What stands before a colon, and leaves an id behind it; the longest first. */
  private List<String> prefixes() {
    return IntStream.range(1, text.length() - 1)
        .filter(place -> text.charAt(place) == ':')
        .mapToObj(place -> text.substring(0, place))
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private Entity fixture(Workbench policies) {
    var diagnostics = new Diagnostics();
    Entity fixture =
        read(policies, diagnostics)
            .orElseThrow(() -> new InvalidRequestException(first(diagnostics)));
    return new Entity(fixture.type(), fixture.id(), over(fixture.attributes()));
  }

  private Optional<Entity> read(Workbench policies, Diagnostics diagnostics) {
    String quoted = "'" + text.replace("'", "''") + "'";
    QuestionReader questions = policies.questions(diagnostics);
    Optional<YamlNode> node = YamlReader.read(new SourceFile(option, quoted), diagnostics);
    return switch (kind) {
      case SUBJECT -> node.flatMap(questions::subject);
      case RESOURCE -> node.flatMap(questions::resource);
    };
  }

  private Attributes over(Attributes ofFixture) {
    var all = Attributes.builder();
    for (Attributes each : new Attributes[] {properties, ofFixture}) {
      for (String name : each.names()) {
        Optional.ofNullable(each.get(name)).ifPresent(value -> all.add(name, value));
      }
    }
    return all.build();
  }

  private String unknown(Workbench policies) {
    var diagnostics = new Diagnostics();
    read(policies, diagnostics);
    return option
        + ": "
        + first(diagnostics)
        + "; name a fixture of the tests, or write it as `type:id`, for example `user:alice`";
  }

  private String noType(List<String> tried, Set<String> declared) {
    String near =
        tried.stream()
            .flatMap(type -> Suggestion.nearest(type, declared).stream())
            .findFirst()
            .map(type -> "; did you mean `" + type + "`?")
            .orElse("");
    return option
        + ": the schema has no "
        + kind.name().toLowerCase(Locale.ROOT)
        + " type that `"
        + text
        + "` begins with; tried `"
        + String.join("`, `", tried.subList(0, Math.min(tried.size(), MAX_TOLD)))
        + "`"
        + near;
  }

  private static String first(Diagnostics diagnostics) {
    return diagnostics.sorted().stream()
        .filter(found -> found.severity() == Severity.ERROR)
        .map(Diagnostic::message)
        .findFirst()
        .orElse("unreadable");
  }
}
