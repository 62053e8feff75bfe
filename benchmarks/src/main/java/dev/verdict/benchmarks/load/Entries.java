package dev.verdict.benchmarks.load;

import static dev.verdict.benchmarks.load.Setting.USUAL;

import dev.verdict.benchmarks.load.question.Door;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All entries of the table, in their order. */
final class Entries {

  private static final int RULES_TO_RELOAD = 10_000;
  private static final int CALLS_PER_SECOND_MEANWHILE = 2_000;

  private static final List<Row> QUICK =
      List.of(
          Row.of("gRPC", Door.GRPC, USUAL),
          Row.of("gRPC batch of 30", Door.GRPC_BATCH, USUAL),
          Row.of("HTTP", Door.HTTP, USUAL),
          Row.of("HTTP batch of 30", Door.HTTP_BATCH, USUAL));

  private static final List<Row> OTHERS =
      List.of(
          Row.of("gRPC, token", Door.GRPC, USUAL.withTokens()),
          Row.of("HTTP, token", Door.HTTP, USUAL.withTokens()),
          Row.of("gRPC, cache", Door.GRPC, USUAL.withCache()),
          Row.of("HTTP, cache", Door.HTTP, USUAL.withCache()),
          Row.of("gRPC, 10 rules", Door.GRPC, USUAL.withRules(10)),
          Row.of("gRPC, 10,000 rules", Door.GRPC, USUAL.withRules(10_000)),
          Row.of("gRPC, 100,000 rules", Door.GRPC, USUAL.withRules(100_000)),
          Row.of("gRPC, 50 attributes", Door.GRPC, USUAL.withAttributes(50)),
          Row.of("gRPC, 200 attributes", Door.GRPC, USUAL.withAttributes(200)),
          Row.of("HTTP, 50 attributes", Door.HTTP, USUAL.withAttributes(50)),
          Row.of("HTTP, 200 attributes", Door.HTTP, USUAL.withAttributes(200)),
          Row.of("gRPC, 32 connections", Door.GRPC, USUAL).withConnections(32),
          Row.of("gRPC, 1,000 connections", Door.GRPC, USUAL).withConnections(1_000),
          Row.of("HTTP, 1 connection", Door.HTTP, USUAL).withConnections(1),
          Row.of("HTTP, 1,000 connections", Door.HTTP, USUAL).withConnections(1_000));

  private Entries() {}

  /**
   * Those of a whole run.
   *
   * @param policies the example that is started
   */
  static List<Entry> all(Plan plan, Servers servers, Path policies) {
    var comparison = new Comparison(plan, servers);
    var reload = new ReloadUnderLoad(plan, servers, RULES_TO_RELOAD, CALLS_PER_SECOND_MEANWHILE);
    var starts = new Starts(servers.classPath(), policies);
    var entries = new ArrayList<Entry>();
    QUICK.forEach(row -> entries.add(new Entry(row.name(), true, () -> comparison.of(row))));
    OTHERS.forEach(row -> entries.add(new Entry(row.name(), false, () -> comparison.of(row))));
    entries.add(new Entry(reload.name(), false, reload::run));
    entries.add(new Entry(Starts.NAME, true, () -> starts.run(plan.rounds())));
    return entries;
  }
}
