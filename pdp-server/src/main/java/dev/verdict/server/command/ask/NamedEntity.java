package dev.verdict.server.command.ask;

import dev.verdict.policy.authortest.QuestionReader;
import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.snapshot.Workbench;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.util.Optional;

/**
 * A subject, actor or resource as a person names it on the command line: by a fixture of the tests,
 * or as {@code type:id}, where further colons belong to the id. A fixture of that name wins.
 *
 * @param kind where its fixtures stand
 * @param option for messages
 * @param text as written
 * @param properties of the command line, which take the place of those of a fixture
 */
record NamedEntity(Kind kind, String option, String text, Attributes properties) {

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
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new InvalidRequestException(unknown(policies));
    }
    return new Entity(text.substring(0, colon), text.substring(colon + 1), properties);
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

  private static String first(Diagnostics diagnostics) {
    return diagnostics.sorted().stream().map(Diagnostic::message).findFirst().orElse("unreadable");
  }
}
