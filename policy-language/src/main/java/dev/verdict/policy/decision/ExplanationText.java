package dev.verdict.policy.decision;

import dev.verdict.policy.decision.ConditionTrace.Kind;
import dev.verdict.policy.decision.ConditionTrace.State;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws an explanation as a tree that a person can follow from the question to the answer. */
public final class ExplanationText {

  /** A line and what hangs below it. */
  private record Branch(String line, List<Branch> branches) {
    Branch(String line) {
      this(line, List.of());
    }
  }

  /** What a caller wrote is cut after so many characters. */
  private static final int MAX_NAME = 256;

  private ExplanationText() {}

  /** The decision, and below it what was asked, in order; each line ended by a line break. */
  public static String tree(Explanation explanation) {
    Decision decision = explanation.decision();
    var text = new StringBuilder();
    text.append(decision.permitted() ? "permit: " : "deny: ")
        .append(decision.reason().message())
        .append('\n');
    decision
        .otherReasons()
        .forEach(other -> text.append("also: ").append(other.message()).append('\n'));
    boolean delegated = explanation.passes().size() > 1;
    var branches = new ArrayList<Branch>();
    for (PassTrace pass : explanation.passes()) {
      if (delegated) {
        branches.add(
            new Branch(
                (pass.ofActor() ? "the actor, " : "the subject, ")
                    + pass.type()
                    + " `"
                    + pass.id()
                    + "`",
                pass(pass)));
      } else {
        branches.addAll(pass(pass));
      }
    }
    draw(branches, "", text);
    return text.toString();
  }

  /** Every property that was not used and why, one a line, without a line break. */
  public static List<String> unused(Explanation explanation) {
    return Stream.concat(
            explanation.ignored().stream().map(each -> each + ", since it is stored"),
            undeclared(explanation.undeclared()))
        .toList();
  }

  private static Stream<String> undeclared(List<RequestAttribute> attributes) {
    return attributes.stream()
        .map(
            each ->
                PrintableText.of(each.toString(), MAX_NAME) + ", which the schema does not know");
  }

  private static List<Branch> pass(PassTrace pass) {
    var branches = new ArrayList<Branch>();
    branches.add(
        new Branch(
            pass.admission(),
            pass.closedWays().stream().map(way -> new Branch(way.sentence())).toList()));
    pass.ignored()
        .forEach(each -> branches.add(new Branch("ignored: " + each + ", since it is stored")));
    undeclared(pass.undeclared()).forEach(each -> branches.add(new Branch("not used: " + each)));
    pass.rules().forEach(rule -> branches.add(rule(rule)));
    if (pass.leftOut() > 0) {
      branches.add(new Branch(pass.leftOut() + " more rules, which are not shown"));
    }
    if (pass.rules().isEmpty()) {
      branches.add(
          new Branch(
              pass.admitted()
                  ? "no rule speaks of this resource type and action"
                  : "no rule is asked"));
    }
    return branches;
  }

  private static Branch rule(RuleTrace trace) {
    String line =
        (trace.effect() == Effect.PERMIT ? "permit " : "deny ")
            + trace.rule().place()
            + ": "
            + verdict(trace.match());
    var branches = new ArrayList<Branch>();
    trace.roles().forEach(role -> branches.add(role(role)));
    trace.condition().map(ExplanationText::condition).ifPresent(branches::add);
    boolean shown =
        trace.condition().filter(condition -> condition.state() != State.TRUE).isPresent();
    if (!shown) {
      trace.detail().map(Branch::new).ifPresent(branches::add);
    }
    return new Branch(line, branches);
  }

  private static Branch role(RoleTrace trace) {
    String place =
        trace.condition().isEmpty() && trace.state() != State.NOT_LOOKED_AT
            ? place(trace.span())
            : "";
    return new Branch(
        word(trace.state())
            + "derived role `"
            + trace.role()
            + "`"
            + trace.detail().map(detail -> ": " + detail).orElse("")
            + place,
        trace.condition().stream().map(ExplanationText::condition).toList());
  }

  private static Branch condition(ConditionTrace trace) {
    return new Branch(line(trace), trace.parts().stream().map(ExplanationText::condition).toList());
  }

  private static String line(ConditionTrace trace) {
    boolean group = trace.kind() == Kind.ALL || trace.kind() == Kind.ANY;
    String what =
        group && !trace.parts().isEmpty()
            ? (trace.kind() == Kind.ALL ? "all of" : "one of")
            : "`" + trace.text() + "`";
    return word(trace.state()) + what + (trace.parts().isEmpty() ? problem(trace) : "");
  }

  /** What went wrong and where, at the part where it did. */
  private static String problem(ConditionTrace trace) {
    String place = place(trace.span());
    return switch (trace.state()) {
      case ERROR -> trace.error().map(error -> ": " + error).orElse("") + place;
      case FALSE -> place;
      case TRUE, NOT_LOOKED_AT -> "";
    };
  }

  private static String place(Span span) {
    return " (" + span.file() + ":" + span.line() + ")";
  }

  /** Of one length, so that what follows stands in a column. */
  private static String word(State state) {
    return switch (state) {
      case TRUE -> "true   ";
      case FALSE -> "false  ";
      case ERROR -> "error  ";
      case NOT_LOOKED_AT -> "-      ";
    };
  }

  private static String verdict(Match match) {
    return switch (match) {
      case MATCHED -> "matched";
      case NOT_MATCHED -> "did not match";
      case ERROR -> "could not be evaluated";
    };
  }

  private static void draw(List<Branch> branches, String indent, StringBuilder text) {
    for (int i = 0; i < branches.size(); i++) {
      boolean last = i == branches.size() - 1;
      text.append(indent)
          .append(last ? "└── " : "├── ")
          .append(branches.get(i).line())
          .append('\n');
      draw(branches.get(i).branches(), indent + (last ? "    " : "│   "), text);
    }
  }
}
