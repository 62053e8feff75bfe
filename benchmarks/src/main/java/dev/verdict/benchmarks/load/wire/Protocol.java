package dev.verdict.benchmarks.load.wire;

import java.util.List;
import java.util.function.Supplier;

/** How requests go over the wire. */
public enum Protocol {
  /** Unary calls over HTTP/2 in the clear; many at once on a connection. */
  GRPC,
  /** HTTP/1.1 in the clear; one call at a time on a connection. */
  HTTP;

  /** Makes lines that send these messages. */
  Supplier<Line> lines(String path, List<Message> messages) {
    return switch (this) {
      case GRPC -> {
        var heads = GrpcLine.heads(path, messages);
        yield () -> new GrpcLine(heads, messages);
      }
      case HTTP -> {
        var requests = HttpLine.requests(path, messages);
        yield () -> new HttpLine(requests);
      }
    };
  }
}
