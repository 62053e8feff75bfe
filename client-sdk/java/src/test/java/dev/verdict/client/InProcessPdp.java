package dev.verdict.client;

import dev.verdict.proto.v1.EvaluateRequest;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A fake decision point within this process, and clients for it. */
public final class InProcessPdp implements AutoCloseable {

  private final FakePdp pdp = new FakePdp();
  private final String name = InProcessServerBuilder.generateName();
  private final List<PdpClient> clients = new ArrayList<>();
  private final Server server;

  public InProcessPdp() {
    try {
      server = InProcessServerBuilder.forName(name).addService(pdp.service()).build().start();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  public FakePdp pdp() {
    return pdp;
  }

  /** What the decision point was asked so far. */
  public List<EvaluateRequest> asked() {
    return pdp.asked;
  }

  /** A client that is closed with this. */
  public PdpClient client(UnaryOperator<PdpClientBuilder> settings) {
    ManagedChannel channel = InProcessChannelBuilder.forName(name).build();
    PdpClient client = settings.apply(PdpClient.builder("in-process:1")).build(channel);
    clients.add(client);
    return client;
  }

  @Override
  public void close() {
    clients.forEach(PdpClient::close);
    server.shutdownNow();
  }
}
