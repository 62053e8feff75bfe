package dev.verdict.benchmarks.soak.server;

import dev.verdict.benchmarks.credential.Credentials;
import dev.verdict.benchmarks.process.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A folder with all that a server reads: configuration, keys, policies; and its temporary files.
 */
final class ServerFolder implements AutoCloseable {

  private static final List<String> POLICIES =
      List.of(
          "verdict.yaml",
          "schema.yaml",
          "invoice.policy.yaml",
          "document.policy.yaml",
          "tests/document.test.yaml");

  /** As many as made an explanation of 295 KB. */
  private static final int LEDGER_RULES = 1_500;

  private final TemporaryFolder root;

  private ServerFolder(TemporaryFolder root) {
    this.root = root;
  }

  /** Writes everything anew. */
  static ServerFolder create(Credentials credentials) throws IOException {
    var folder = new ServerFolder(TemporaryFolder.create());
    Files.createDirectory(folder.temporaryFiles());
    folder.root.write("keys.json", credentials.publicKeys());
    folder.root.write("server.yaml", CONFIGURATION);
    for (String name : POLICIES) {
      folder.copy(name);
    }
    folder.root.write("policies/ledger.policy.yaml", ledger());
    return folder;
  }

  Path configuration() {
    return root.resolve("server.yaml");
  }

  Path temporaryFiles() {
    return root.resolve("tmp");
  }

  Path log() {
    return root.resolve("server.log");
  }

  /** How many bytes the server has in temporary files. */
  long temporaryBytes() throws IOException {
    try (var files = Files.walk(temporaryFiles())) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private void copy(String name) throws IOException {
    Path target = root.resolve("policies/" + name);
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    try (InputStream resource = ServerFolder.class.getResourceAsStream("policies/" + name)) {
      Files.copy(Objects.requireNonNull(resource, name), target);
    }
  }

  private static String ledger() {
    var text = new StringBuilder("policy: ledger\nresource: ledger\nrules:\n");
    for (int i = 0; i < LEDGER_RULES; i++) {
      text.append("  - permit: audit\n    id: account-").append(i);
      text.append("\n    when: resource.account == 'account ").append(i).append("'\n");
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    root.close();
  }

  private static final String CONFIGURATION =
      """
      listen:
        grpc: 127.0.0.1:0
        http: 127.0.0.1:0
        admin: 127.0.0.1:0
      repository:
        directory: policies
      identity:
        issuers:
          - issuer: %s
            audience: %s
            jwks:
              file: keys.json
            algorithms: [RS256, ES256]
            client-tokens: subject-is-client-id
            tenant:
              claim: org
              any-of: [acme, globex]
        callers:
          - issuer: %s
            client: gateway
            may-assert: [subject, actor, resource, action, context]
            may-call: [evaluate, explain]
        other-callers:
          may-call: [evaluate, explain]
      """
          .formatted(Credentials.ISSUER, Credentials.AUDIENCE, Credentials.ISSUER);
}
