package dev.verdict.server.command.ask;

import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.snapshot.Workbench;
import dev.verdict.server.command.folder.PolicyFolder;
import dev.verdict.server.command.output.DecisionReport;
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

/** {@code verdict explain}: one decision, and how each candidate rule fared. */
@Command(
    name = "explain",
    description = {
      "Decides one request and shows how each rule fared.",
      "Listed are the rules that speak of the resource type and the action, each with the parts of",
      "its condition: true, false, in error, or not looked at because nothing hung on it any more."
    },
    exitCodeList = {
      "0:Permit.",
      "1:Deny.",
      Help.USAGE_ERROR,
      "3:The policies or the request cannot be read."
    },
    footer = "  verdict explain policies-examples/invoicing --request request.json")
public final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyFolder folder = new PolicyFolder();
  @Mixin private QuestionOptions question = new QuestionOptions();
  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    Workbench policies = folder.openWithoutErrors(spec);
    Explanation explanation = policies.snapshot().explain(question.request(policies));
    Terminal.print(spec, output.isJson() ? json(explanation) : ExplanationText.tree(explanation));
    return explanation.decision().permitted() ? ExitStatus.OK : ExitStatus.NO;
  }

  private static String json(Explanation explanation) {
    var json = new JsonWriter().beginObject();
    DecisionReport.write(json, explanation.decision());
    ExplanationJson.write(json, explanation);
    return json.endObject().text() + "\n";
  }
}
