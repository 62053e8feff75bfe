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
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verdict evaluate}: one decision, without a server. */
@Command(
    name = "evaluate",
    description = {
      "Decides one request by the policies in a folder, without a server.",
      "The request is described by options, also by the names of the tests' fixtures, or read from a",
      "file as AuthZEN JSON."
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
    Workbench policies = folder.openWithoutErrors(spec);
    Explanation explanation = policies.snapshot().explain(question.request(policies));
    Terminal.print(spec, output.isJson() ? json(explanation) : text(explanation));
    return explanation.decision().permitted() ? ExitStatus.OK : ExitStatus.NO;
  }

  private static String text(Explanation explanation) {
    return DecisionReport.text(explanation.decision())
        + ExplanationText.unused(explanation).stream()
            .map(each -> "  not used    " + each + "\n")
            .collect(Collectors.joining());
  }

  private static String json(Explanation explanation) {
    var json = new JsonWriter().beginObject();
    DecisionReport.write(json, explanation.decision());
    json.beginList("undeclared");
    explanation.undeclared().forEach(each -> json.element(each.toString()));
    return json.endList().endObject().text() + "\n";
  }
}
