package dev.verdict.server.command.ask;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.ValueReader;
import dev.verdict.policy.yaml.YamlReader;
import java.util.List;

/** Reads {@code name=value} from the command line; the value is typed as in a policy's test. */
final class Properties {

  private Properties() {}

  /**
   * @param option where they were given, for messages
   * @throws InvalidRequestException where one cannot be read, or a name comes twice
   */
  static Attributes parse(String option, List<String> written) {
    var attributes = Attributes.builder();
    for (String property : written) {
      int equals = property.indexOf('=');
      if (equals < 1) {
        throw new InvalidRequestException(
            option + " `" + property + "`: write it as `name=value`, for example `roles=[a, b]`");
      }
      String name = property.substring(0, equals);
      if (!attributes.add(name, value(option, name, property.substring(equals + 1)))) {
        throw new InvalidRequestException(option + " gives `" + name + "` twice");
      }
    }
    return attributes.build();
  }

  private static Value value(String option, String name, String text) {
    var diagnostics = new Diagnostics();
    return YamlReader.read(new SourceFile(option, text), diagnostics)
        .flatMap(new ValueReader(diagnostics)::read)
        .filter(value -> !diagnostics.hasErrors())
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    option + " `" + name + "`: " + firstMessage(diagnostics)));
  }

  private static String firstMessage(Diagnostics diagnostics) {
    return diagnostics.sorted().stream()
        .map(Diagnostic::message)
        .findFirst()
        .orElse("there is no value; for empty text write `\"\"`");
  }
}
