package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.load.wire.Lines;
import dev.verdict.benchmarks.load.wire.Message;
import dev.verdict.benchmarks.load.wire.Protocol;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** Where calls go, and on how many connections. */
record Call(Protocol protocol, InetSocketAddress server, String path, int connections) {

  Lines open(List<Message> messages) throws IOException, InterruptedException {
    return Lines.open(protocol, server, path, messages, connections);
  }
}
