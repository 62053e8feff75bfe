package dev.verdict.server.command.show;

import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.overview.ActionOverview;
import dev.verdict.server.command.folder.PolicyFolder;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.Terminal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verdict graph}: what applies to a resource type and an action, and in which order. */
@Command(
    name = "graph",
    description = {
      "Shows what applies to each action on each resource type, in the order in which it is",
      "considered: the tenant guard and the ways past it, the rules that deny, those that permit."
    },
    exitCodeList = {
      "0:Shown.",
      "1:No answer: the policies have errors.",
      Help.USAGE_ERROR,
      "3:The folder cannot be read."
    },
    footer = "  verdict graph policies-examples/invoicing --resource invoice --action approve")
public final class GraphCommand implements Callable<Integer> {

  /** Who looks at it: a person, a program, or Graphviz. */
  enum Format {
    TEXT,
    JSON,
    DOT;

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyFolder folder = new PolicyFolder();

  @Option(names = "--resource", paramLabel = "TYPE", description = "Only this resource type.")
  private @Nullable String resource;

  @Option(names = "--action", paramLabel = "NAME", description = "Only this action.")
  private @Nullable String action;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "How to print it: ${COMPLETION-CANDIDATES} (for Graphviz). Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    var inspection = folder.inspect();
    if (inspection.workbench().isEmpty()) {
      Terminal.warn(spec, inspection.result().report());
      return ExitStatus.NO;
    }
    List<ActionOverview> actions = inspection.workbench().get().overview().actions();
    actions = only(resource, "resource type", ActionOverview::resource, actions);
    actions = only(action, "action", ActionOverview::action, actions);
    Terminal.print(
        spec,
        switch (format) {
          case TEXT -> GraphText.of(actions);
          case JSON -> GraphJson.of(actions);
          case DOT -> GraphDot.of(actions);
        });
    return ExitStatus.OK;
  }

  private List<ActionOverview> only(
      @Nullable String name,
      String kind,
      Function<ActionOverview, String> part,
      List<ActionOverview> actions) {
    if (name == null) {
      return actions;
    }
    Collection<String> names =
        actions.stream().map(part).collect(Collectors.toCollection(TreeSet::new));
    if (!names.contains(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no " + kind + " `" + name + "`" + Suggestion.didYouMean(name, names));
    }
    return actions.stream().filter(each -> part.apply(each).equals(name)).toList();
  }
}
