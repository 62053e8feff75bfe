package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.credential.Credentials;
import dev.verdict.benchmarks.evaluator.Workload;
import dev.verdict.benchmarks.process.TemporaryFolder;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files that a measured server reads: its configuration, its policies, the keys of an issuer.
 */
final class ServerFiles {

  private static final String CONFIGURATION = "server.yaml";
  private static final String POLICIES = "policies/";

  private ServerFiles() {}

  /** Where the configuration is. */
  static Path configuration(TemporaryFolder folder) {
    return folder.resolve(CONFIGURATION);
  }

  /** Where a file of the policies is. */
  static Path policy(TemporaryFolder folder, SourceFile file) {
    return folder.resolve(POLICIES + file.path());
  }

  /**
   * Writes all of them.
   *
   * @param callers whose tokens are believed; empty: everybody is believed, without a token
   */
  static void write(
      TemporaryFolder folder,
      Workload workload,
      boolean cache,
      List<String> callers,
      Credentials credentials)
      throws IOException {
    for (SourceFile file : workload.files()) {
      folder.write(POLICIES + file.path(), file.text());
    }
    folder.write("keys.json", credentials.publicKeys());
    folder.write(
        CONFIGURATION,
        SERVER + (cache ? CACHE : "") + (callers.isEmpty() ? "" : identity(callers)));
  }

  private static String identity(List<String> callers) {
    return IDENTITY.formatted(Credentials.ISSUER, Credentials.AUDIENCE)
        + callers.stream()
            .map(caller -> CALLER.formatted(Credentials.ISSUER, caller))
            .collect(Collectors.joining());
  }

  // a thousand connections come from one address before the first of them has made a call
  private static final String SERVER =
      """
      listen:
        grpc: 127.0.0.1:0
        http: 127.0.0.1:0
        admin: 127.0.0.1:0
      repository:
        directory: policies
      limits:
        connections:
          unproven-per-address: 2000
          unproven-time: 1m
      """;

  private static final String CACHE =
      """
      cache:
        enabled: true
        from-cost: 0s
      """;

  private static final String IDENTITY =
      """
      identity:
        issuers:
          - issuer: %s
            audience: %s
            jwks:
              file: keys.json
            algorithms: [RS256]
            client-tokens: subject-is-client-id
        callers:
      """;

  private static final String CALLER =
      """
          - issuer: %s
            client: %s
            may-assert: [subject, actor, resource, action, context]
            may-call: [evaluate]
      """;
}
