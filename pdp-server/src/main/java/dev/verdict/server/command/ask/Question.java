package dev.verdict.server.command.ask;

import dev.verdict.policy.authortest.QuestionReader;
import dev.verdict.policy.diagnostic.DiagnosticRenderer;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Rfc3339;
import dev.verdict.policy.snapshot.Workbench;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question that is put together part by part. The parts are kept as they were written, so that
 * after a reload they mean what the new schema and the new fixtures say.
 */
final class Question {

  /** What it has, in the order in which it is shown. */
  static final List<String> PARTS =
      List.of("subject", "actor", "action", "resource", "context", "now");

  private static final List<String> OPTIONAL = List.of("actor", "context", "now");

  private final InstantSource clock;
  private final Map<String, String> written = new LinkedHashMap<>();

  Question(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes a part as it is written, or leaves one out; returns what is wrong with it, drawn. */
  String set(String part, String text, Workbench workbench) {
    if (text.isEmpty()) {
      if (!OPTIONAL.contains(part)) {
        return "`:" + part + "` needs a name, or a mapping\n";
      }
      written.remove(part);
      return "";
    }
    var diagnostics = new Diagnostics();
    Optional<?> value = part.equals("now") ? time(text) : read(part, text, workbench, diagnostics);
    if (value.isPresent() && !diagnostics.hasErrors()) {
      written.put(part, text);
      return "";
    }
    return diagnostics.hasErrors()
        ? new DiagnosticRenderer(List.of(new SourceFile(part, text))).render(diagnostics.sorted())
        : "`:now` needs a time like `2026-01-01T00:00:00Z`\n";
  }

  /** As it was written. */
  String text() {
    var text = new StringBuilder();
    for (String part : PARTS) {
      if (written.containsKey(part)) {
        text.append(part).append(": ").append(written.get(part)).append('\n');
      }
    }
    return text.isEmpty() ? "there is no question yet\n" : text.toString();
  }

  /** The question, where all of it is there. */
  Optional<AccessRequest> request(Workbench workbench) {
    Optional<Entity> subject = entity("subject", workbench);
    Optional<Entity> resource = entity("resource", workbench);
    Optional<Entity> actor = entity("actor", workbench);
    Optional<Action> action = part("action", workbench).map(Action.class::cast);
    Attributes context =
        part("context", workbench).map(Attributes.class::cast).orElse(Attributes.NONE);
    Instant now =
        Optional.ofNullable(written.get("now")).flatMap(Question::time).orElseGet(clock::instant);
    if (subject.isEmpty() || resource.isEmpty() || action.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessRequest(
            subject.get(), action.get(), resource.get(), context, actor, now, Entitlement.FULL));
  }

  private Optional<Entity> entity(String part, Workbench workbench) {
    return part(part, workbench).map(Entity.class::cast);
  }

  private Optional<?> part(String part, Workbench workbench) {
    String text = written.get(part);
    return text == null ? Optional.empty() : read(part, text, workbench, new Diagnostics());
  }

  private Optional<?> read(String part, String text, Workbench workbench, Diagnostics diagnostics) {
    QuestionReader reader = workbench.questions(diagnostics);
    Optional<YamlNode> node = YamlReader.read(new SourceFile(part, text), diagnostics);
    return switch (part) {
      case "subject", "actor" -> node.flatMap(reader::subject);
      case "resource" -> node.flatMap(reader::resource);
      case "action" -> node.flatMap(each -> reader.action(each, entity("resource", workbench)));
      default -> node.map(reader::context);
    };
  }

  private static Optional<Instant> time(String text) {
    return Optional.ofNullable(Rfc3339.parse(text));
  }
}
