package dev.verdict.server.command.ask;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.snapshot.Workbench;
import dev.verdict.server.command.ask.NamedEntity.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The request that is to be decided: described by options, or in a file. */
final class QuestionOptions {

  @Spec(Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  @Option(
      names = "--now",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Decide as at that time, like 2026-01-01T00:00:00Z; without it: as of now.")
  private @Nullable Instant now;

  /** Either of the two. */
  private static final class Source {

    @Option(
        names = "--request",
        paramLabel = "FILE",
        description = "Read the request from a file as AuthZEN JSON; `-` is standard input.")
    private @Nullable String file;

    @ArgGroup(exclusive = false)
    private @Nullable Described described;
  }

  /** The request in options. */
  private static final class Described {

    @Option(
        names = "--subject",
        required = true,
        paramLabel = "NAME",
        description = "Who wants access: a subject fixture of the tests by its name, or TYPE:ID.")
    private @Nullable String subject;

    @Option(
        names = "--action",
        required = true,
        paramLabel = "NAME",
        description = "What the subject wants to do.")
    private @Nullable String action;

    @Option(
        names = "--resource",
        required = true,
        paramLabel = "NAME",
        description = "What the subject wants to do it with: a resource fixture, or TYPE:ID.")
    private @Nullable String resource;

    @Option(
        names = "--actor",
        paramLabel = "NAME",
        description = {
          "Who acts on the subject's behalf, as for --subject; both must be permitted."
        })
    private @Nullable String actor;

    @Option(
        names = "--subject-property",
        paramLabel = "NAME=VALUE",
        description = {
          "An attribute of the subject, in place of that of a fixture; may be repeated. The value is",
          "read as YAML:",
          "`limit=500` is a number, `roles=[a, b]` a list, `id=\"500\"` a text."
        })
    private List<String> subjectProperties = new ArrayList<>();

    @Option(
        names = "--action-property",
        paramLabel = "NAME=VALUE",
        description = "An attribute of the action; may be repeated.")
    private List<String> actionProperties = new ArrayList<>();

    @Option(
        names = "--resource-property",
        paramLabel = "NAME=VALUE",
        description = "An attribute of the resource; may be repeated.")
    private List<String> resourceProperties = new ArrayList<>();

    @Option(
        names = "--actor-property",
        paramLabel = "NAME=VALUE",
        description = "An attribute of the actor; may be repeated.")
    private List<String> actorProperties = new ArrayList<>();

    @Option(
        names = "--context",
        paramLabel = "NAME=VALUE",
        description = "An attribute of the circumstances; may be repeated.")
    private List<String> context = new ArrayList<>();

    /** INVARIANT: what is required is there, else the command line was refused before. */
    AccessRequest request(Workbench policies, Instant now) {
      return new AccessRequest(
          entity(Kind.SUBJECT, "--subject", Objects.requireNonNull(subject), subjectProperties)
              .in(policies),
          new Action(
              Objects.requireNonNull(action),
              Properties.parse("--action-property", actionProperties)),
          entity(Kind.RESOURCE, "--resource", Objects.requireNonNull(resource), resourceProperties)
              .in(policies),
          Properties.parse("--context", context),
          actor(policies),
          now,
          Entitlement.FULL);
    }

    private Optional<Entity> actor(Workbench policies) {
      String named = actor;
      if (named == null && !actorProperties.isEmpty()) {
        throw new InvalidRequestException("--actor-property needs --actor");
      }
      return named == null
          ? Optional.empty()
          : Optional.of(entity(Kind.SUBJECT, "--actor", named, actorProperties).in(policies));
    }

    private static NamedEntity entity(
        Kind kind, String option, String text, List<String> properties) {
      return new NamedEntity(
          kind, option, text, Properties.parse(option + "-property", properties));
    }
  }

  /**
   * The request, at the time that was named, or of the call.
   *
   * @param policies whose tests have the fixtures that it may name
   * @throws ParameterException where it cannot be understood
   */
  AccessRequest request(Workbench policies) {
    Instant named = now;
    Instant time = named == null ? Clock.systemUTC().instant() : named;
    try {
      Described described = source.described;
      return described != null
          ? described.request(policies, time)
          : RequestFile.read(Objects.requireNonNull(source.file), System.in, time);
    } catch (InvalidRequestException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }
}
