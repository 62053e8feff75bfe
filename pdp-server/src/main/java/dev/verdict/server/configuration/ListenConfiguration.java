package dev.verdict.server.configuration;

/** Where each door listens. */
public record ListenConfiguration(ListenAddress grpc, ListenAddress http, ListenAddress admin) {

  /** 127.0.0.1, gRPC on 7070, HTTP on 7071, admin on 7072. */
  public static final ListenConfiguration DEFAULT =
      new ListenConfiguration(
          new ListenAddress("127.0.0.1", 7070),
          new ListenAddress("127.0.0.1", 7071),
          new ListenAddress("127.0.0.1", 7072));
}
