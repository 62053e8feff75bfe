package dev.verdict.server.command.ask;

import dev.verdict.policy.decision.Decision;
import dev.verdict.server.command.folder.PolicyFolder;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.OutputOption;
import dev.verdict.server.command.output.Terminal;
import dev.verdict.server.json.JsonWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verdict evaluate}: one decision, without a server. */
@Command(
    name = "evaluate",
    description = {
      "Decides one request by the policies in a folder, without a server.",
      "The request is described by options, or read from a file as AuthZEN JSON."
    },
    exitCodeList = {
      "0:Permit.",
      "1:Deny.",
      Help.USAGE_ERROR,
      "3:The policies or the request cannot be read."
    },
    footer = {
      "  verdict evaluate policies-examples/invoicing \\",
      "    --subject user:alice --subject-property tenant=acme --action read \\",
      "    --resource invoice:1 --resource-property tenant=acme"
    })
public final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyFolder folder = new PolicyFolder();
  @Mixin private QuestionOptions question = new QuestionOptions();
  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    Decision decision = folder.loadWithoutErrors(spec).decide(question.request());
    Terminal.print(spec, output.isJson() ? json(decision) : DecisionReport.text(decision));
    return decision.permitted() ? ExitStatus.OK : ExitStatus.NO;
  }

  private static String json(Decision decision) {
    var json = new JsonWriter().beginObject();
    DecisionReport.write(json, decision);
    return json.endObject().text() + "\n";
  }
}
