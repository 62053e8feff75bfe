package dev.verdict.server.command.ask;

import dev.verdict.policy.authortest.ValueText;
import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.Evaluation;
import dev.verdict.policy.snapshot.Inspection;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.Workbench;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.command.output.DecisionReport;
import dev.verdict.server.command.output.LoadReport;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers one line after the other; remembers the question. */
final class Conversation {

  private static final String HELP =
      """
      :subject NAME    who asks: a fixture of the tests, or { type: user, id: x, roles: [a] }
      :actor NAME      who acts on the subject's behalf, as for :subject; :actor alone: nobody
      :action NAME     what the subject wants to do
      :resource NAME   what the subject wants to do it with: a fixture, or { type: .., id: .. }
      :context { .. }  attributes of the circumstances; :context alone: none
      :now TIME        the time of the question, 2026-01-01T00:00:00Z; :now alone: the clock's
      :show            the question as it stands
      :fixtures        the names of the tests' fixtures
      :decide          asks the question
      :explain         asks it, and shows how each rule fared
      :reload          reads the policies again
      :quit            ends
      Anything else is an expression, evaluated for the question: resource.owner == subject.id
      """;

  private final Supplier<Inspection> reload;
  private final Question question;
  private Workbench workbench;
  private boolean over;

  /**
   * @param reload reads the policies again
   */
  Conversation(Workbench workbench, Supplier<Inspection> reload, InstantSource clock) {
    this.workbench = workbench;
    this.reload = reload;
    this.question = new Question(clock);
  }

  boolean isOver() {
    return over;
  }

  /** What to print for a line without blanks around it. */
  String answer(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return "";
    }
    return line.startsWith(":") ? command(line) : ask(request -> evaluate(line, request));
  }

  private String command(String line) {
    int end = line.indexOf(' ');
    String name = end < 0 ? line : line.substring(0, end);
    String rest = end < 0 ? "" : line.substring(end).strip();
    return switch (name) {
      case ":help" -> HELP;
      case ":quit" -> quit();
      case ":reload" -> reload();
      case ":show" -> question.text();
      case ":fixtures" -> fixtures();
      case ":decide" -> ask(request -> DecisionReport.text(snapshot().decide(request)));
      case ":explain" -> ask(request -> ExplanationText.tree(snapshot().explain(request)));
      default -> set(name.substring(1), rest);
    };
  }

  private String set(String part, String text) {
    return Question.PARTS.contains(part)
        ? question.set(part, text, workbench)
        : "there is no command `:" + part + "`; see `:help`\n";
  }

  private String quit() {
    over = true;
    return "";
  }

  /** Where the policies have errors now, those from before stay. */
  private String reload() {
    Inspection inspection = reload.get();
    if (inspection.workbench().isEmpty()) {
      return inspection.result().report() + "the policies from before stay\n";
    }
    workbench = inspection.workbench().get();
    return "read: " + LoadReport.contents(workbench.snapshot().contents()) + "\n";
  }

  private String fixtures() {
    return "subjects: "
        + String.join(", ", workbench.fixtures("subjects"))
        + "\nresources: "
        + String.join(", ", workbench.fixtures("resources"))
        + "\n";
  }

  private String ask(Function<AccessRequest, String> ask) {
    return question
        .request(workbench)
        .map(ask)
        .orElse("not all of the question is there: set :subject, :action and :resource first\n");
  }

  private String evaluate(String expression, AccessRequest request) {
    Evaluation evaluation = workbench.evaluate(new SourceFile("input", expression), request);
    return evaluation.accept(new EvaluationText());
  }

  private Snapshot snapshot() {
    return workbench.snapshot();
  }

  private static final class EvaluationText implements Evaluation.Visitor<String> {

    @Override
    public String known(Evaluation.Known known) {
      return known.type() + ": " + ValueText.of(known.value()) + "\n";
    }

    @Override
    public String failed(Evaluation.Failed failed) {
      return failed.type() + ": could not be evaluated: " + failed.message() + "\n";
    }

    @Override
    public String refused(Evaluation.Refused refused) {
      return refused.report();
    }
  }
}
