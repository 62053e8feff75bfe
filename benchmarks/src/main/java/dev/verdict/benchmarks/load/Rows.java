package dev.verdict.benchmarks.load;

import static dev.verdict.benchmarks.load.Setting.USUAL;

import dev.verdict.benchmarks.load.question.Door;
import java.util.List;

/** The rows of the table. */
final class Rows {

  /** Those that a quick run has as well. */
  static final List<Row> FIRST =
      List.of(
          Row.of("gRPC", Door.GRPC, USUAL),
          Row.of("HTTP", Door.HTTP, USUAL),
          Row.of("gRPC batch of 30", Door.GRPC_BATCH, USUAL),
          Row.of("HTTP batch of 30", Door.HTTP_BATCH, USUAL));

  /** What only a whole run has. */
  static final List<Row> OTHERS =
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

  private Rows() {}
}
