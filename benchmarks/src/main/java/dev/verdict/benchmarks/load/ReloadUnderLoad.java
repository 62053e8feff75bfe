package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.evaluator.Workload;
import dev.verdict.benchmarks.load.question.Door;
import dev.verdict.benchmarks.load.question.Questions;
import dev.verdict.benchmarks.load.traffic.EitherState;
import dev.verdict.benchmarks.load.traffic.WrongAnswerException;
import dev.verdict.benchmarks.measure.Latencies;
import dev.verdict.benchmarks.process.TemporaryFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A server that is asked at a steady rate while one file of its policies changes again and again,
 * each time once the answers show the change before. Loading shares the server's core with the
 * answers.
 */
final class ReloadUnderLoad {

  private static final Duration MAX_ACTIVATION = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Plan plan;
  private final Servers servers;
  private final int rules;
  private final int callsPerSecond;

  ReloadUnderLoad(Plan plan, Servers servers, int rules, int callsPerSecond) {
    this.plan = plan;
    this.servers = servers;
    this.rules = rules;
    this.callsPerSecond = callsPerSecond;
  }

  /** What it is called in the table. */
  String name() {
    return name(rules);
  }

  static String name(int rules) {
    return String.format(Locale.ROOT, "reload under load, %,d rules", rules);
  }

  ReloadResult run() throws IOException, InterruptedException {
    Row row = Row.of(name(), Door.GRPC, Setting.USUAL.withRules(rules));
    Workload workload = row.setting().workload();
    Questions questions = Questions.of(workload, row.door());
    try (TemporaryFolder folder = TemporaryFolder.create();
        Side server = servers.subject(row, questions, workload, folder)) {
      server.warmUp(row.callers(), plan.warmUp());
      // the schema comes first
      var edits = new PolicyEdits(folder, workload.files().get(1));
      edits.next();
      List<byte[]> edited = answersOtherThan(server, server.answers());
      questions.check(edited, workload::isOfFirstPolicy);
      edits.next();
      List<byte[]> original = answersOtherThan(server, edited);
      questions.check(original);
      var answers = new EitherState(original, edited);
      var quiet = new ArrayList<Latencies>();
      var changing = new ArrayList<Latencies>();
      for (int round = 0; round < plan.rounds(); round++) {
        quiet.add(server.atRate(callsPerSecond, plan.turn(), answers));
        changing.add(whileChanging(server, edits, answers));
      }
      return ReloadResult.of(rules, callsPerSecond, answers, quiet, changing);
    }
  }

  private static List<byte[]> answersOtherThan(Side server, List<byte[]> before)
      throws InterruptedException {
    long end = System.nanoTime() + MAX_ACTIVATION.toNanos();
    List<byte[]> answers = server.answersNow();
    // once the first is of the new state, all are
    while (Arrays.equals(answers.get(0), before.get(0))) {
      if (System.nanoTime() > end) {
        throw new WrongAnswerException("changed policies are not active after two minutes");
      }
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
      answers = server.answersNow();
    }
    return answers;
  }

  private Latencies whileChanging(Side server, PolicyEdits edits, EitherState answers)
      throws InterruptedException {
    edits.resume();
    var editing = new Thread(() -> edits.repeat(answers::changes), "policy-edits");
    editing.start();
    try {
      return server.atRate(callsPerSecond, plan.turn(), answers);
    } finally {
      edits.stop();
      editing.join();
      settle(server, edits, answers);
    }
  }

  /** Waits until the last change is active, so that no load of it falls into the next turn. */
  private static void settle(Side server, PolicyEdits edits, EitherState answers)
      throws InterruptedException {
    while (answers.changes() < edits.repeated()) {
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
      List<byte[]> now = server.answersNow();
      for (int message = 0; message < now.size(); message++) {
        if (!answers.accepts(message, now.get(message))) {
          throw new WrongAnswerException("message " + message + ": neither of both states");
        }
      }
    }
  }
}
