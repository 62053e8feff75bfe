package dev.verdict.benchmarks.soak.hostile;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** All shapes, those of strangers first. */
public final class HostileShapes {

  /** More than a server may have open files. */
  private static final int IDLE_ON_GRPC = 5_000;

  private static final int IDLE_ELSEWHERE = 300;

  /** How many requests of one insider wait for their answers. */
  private static final int AT_ONCE = 8;

  private HostileShapes() {}

  /** Their names, in the order in which they are shown. */
  public static List<String> names() {
    return all().stream().map(HostileShape::name).toList();
  }

  /** New ones, since they keep count of what they did. */
  static List<HostileShape> all() {
    return List.of(
        new UnfinishedBodies(),
        new UnfinishedMessages(),
        new SlowHeads(),
        new LargeHeads(),
        IdleConnections.toGrpc(IDLE_ON_GRPC),
        IdleConnections.toHttp(IDLE_ELSEWHERE),
        IdleConnections.toAdmin(IDLE_ELSEWHERE),
        new IdleInsiders(),
        new ConnectReset(),
        new GarbageToGrpc(),
        FrameFlood.rapidReset(),
        FrameFlood.pings(),
        FrameFlood.settings(),
        FrameFlood.endlessHead(),
        new UnreadAnswers(),
        new ForgedTokens(),
        batches("subject-tokens", Duration.ofSeconds(2), Bodies::subjectTokens),
        batches("large-batches", Duration.ofSeconds(1), prepared(Bodies.largeBatch())),
        batches("large-answers", Duration.ofSeconds(2), prepared(Bodies.largeAnswer())),
        new SlowReaders(Bodies.largeAnswer()),
        batches("matches", Duration.ofSeconds(2), prepared(Bodies.matches())),
        questions("contains", Duration.ofMillis(500), prepared(Bodies.contains())),
        questions("explain", Duration.ofMillis(200), prepared(Bodies.explain())),
        questions("odd-json", Duration.ofMillis(200), Bodies::oddJson),
        questions("distinct-questions", Duration.ofMillis(50), Bodies::distinct));
  }

  private static RequestFlood batches(
      String name, Duration interval, Function<Attacker, String> body) {
    return new RequestFlood(name, interval, AT_ONCE, HttpText.EVALUATIONS, body);
  }

  private static RequestFlood questions(
      String name, Duration interval, Function<Attacker, String> body) {
    return new RequestFlood(name, interval, AT_ONCE, HttpText.EVALUATION, body);
  }

  private static Function<Attacker, String> prepared(String body) {
    return attacker -> body;
  }
}
