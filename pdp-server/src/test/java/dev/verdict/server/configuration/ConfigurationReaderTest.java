package dev.verdict.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.rights.CallRight;
import dev.verdict.server.rights.CallerRights;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationReaderTest {

  private static final String LEAST = "repository: {directory: policies}\n";
  private static final String ISSUER =
      "issuer: https://id.example.com, audience: a, jwks: {file: keys.json}";

  @Test
  void theExampleOfTheDocumentationIsReadInFull() throws IOException {
    ServerConfiguration read = good(documented());

    assertThat(read)
        .isEqualTo(
            new ServerConfiguration(
                new ListenConfiguration(
                    new ListenAddress("0.0.0.0", 7070),
                    new ListenAddress("0.0.0.0", 7071),
                    new ListenAddress("127.0.0.1", 7072)),
                new RepositoryConfiguration.Git(
                    "https://git.example.com/policies.git",
                    "main",
                    Optional.of("invoicing"),
                    Duration.ofSeconds(10),
                    GitFetching.DEFAULT),
                Optional.of(documentedIdentity()),
                new CacheConfiguration(
                    true, Duration.ofNanos(50_000), 64L << 20, Duration.ofSeconds(5), 16L << 20),
                Optional.of(URI.create("https://pdp.example.com")),
                Optional.of(
                    new TlsConfiguration(
                        Path.of("/etc/verdict/tls/server.crt"),
                        Path.of("/etc/verdict/tls/server.key"))),
                Limits.STANDARD.with(Limit.VARIABLES, 500).with(Limit.BATCH, 200),
                Duration.ofSeconds(2),
                false,
                ConnectionLimits.DEFAULT,
                Duration.ZERO));
  }

  private static IdentityConfiguration documentedIdentity() {
    var corporate =
        IssuerConfiguration.builder(
                "https://id.example.com",
                Set.of("https://invoices.example.com"),
                new JwksConfiguration(
                    new JwksLocation.Url(
                        URI.create("https://id.example.com/.well-known/jwks.json")),
                    Duration.ofMinutes(5),
                    Duration.ofHours(12)))
            .algorithms(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256))
            .maxLifetime(Duration.ofHours(1))
            .naming(new EntityNaming("user", "client", "agent", "corp:"))
            .clientTokens(
                new ClientTokens.Marked(ClaimPath.of("gty"), Set.of("client-credentials")))
            .tenant(new TenantBinding.Claimed(ClaimPath.of("org"), Set.of("acme", "initech")))
            .claims(
                new ClaimMapping(
                    ClaimPath.of("sub"),
                    ClaimPath.of("realm_access", "roles"),
                    List.of(ClaimPath.of("scope")),
                    Map.of("approvalLimit", ClaimPath.of("approval_limit"))))
            .build();
    var globex =
        IssuerConfiguration.builder(
                "https://login.globex.example",
                Set.of("https://invoices.example.com", "urn:invoices"),
                new JwksConfiguration(
                    new JwksLocation.File(Path.of("/etc/verdict/keys/globex.json"))))
            .naming(new EntityNaming("user", "client", "agent", "globex:"))
            .tenant(new TenantBinding.Fixed("globex"))
            .build();
    return new IdentityConfiguration(
        List.of(corporate, globex),
        Map.of(
            new CallerName("https://id.example.com", CallerName.Kind.CLIENT, "invoices-gateway"),
            new CallerRights(
                Optional.of(Set.of("invoice")),
                Optional.empty(),
                Optional.of(Set.of("acme")),
                EnumSet.allOf(Part.class),
                Set.of(Part.RESOURCE),
                false,
                EnumSet.allOf(CallRight.class))),
        CallerRights.LEAST,
        Duration.ofSeconds(30),
        "tenant");
  }

  @Test
  void whatIsNotSetHasItsDefault() {
    assertThat(good(LEAST))
        .isEqualTo(
            ServerConfiguration.development(
                new RepositoryConfiguration.Directory(Path.of("/etc/verdict/policies"))));
  }

  @Test
  void theDefaultsOfAnIssuerAreThoseOfTheBuilder() {
    assertThat(good(LEAST + "identity: {issuers: [{" + ISSUER + "}]}").identity())
        .contains(
            new IdentityConfiguration(
                List.of(
                    IssuerConfiguration.builder(
                            "https://id.example.com",
                            Set.of("a"),
                            new JwksConfiguration(
                                new JwksLocation.File(Path.of("/etc/verdict/keys.json"))))
                        .build())));
  }

  @Test
  void theCommandLineMayNameTheRepositoryInstead() {
    var other = new RepositoryConfiguration.Directory(Path.of("other"));
    var without = new SourceFile("server.yaml", "cache: {enabled: false}");
    var with = new SourceFile("server.yaml", LEAST);

    assertThat(ConfigurationReader.read(without).configuration()).isEmpty();
    assertThat(ConfigurationReader.read(without, other).configuration().orElseThrow().repository())
        .isEqualTo(other);
    assertThat(ConfigurationReader.read(with, other).configuration().orElseThrow().repository())
        .isEqualTo(other);
  }

  @Test
  void pathsBesideAFileWithoutAFolderStayAsTheyAre() {
    var result = ConfigurationReader.read(new SourceFile("server.yaml", LEAST));

    assertThat(result.configuration().orElseThrow().repository())
        .isEqualTo(new RepositoryConfiguration.Directory(Path.of("policies")));
  }

  @ParameterizedTest(name = "{index}: {2}")
  @MethodSource("mistakes")
  void aMistakeIsReportedWhereItStands(String text, DiagnosticCode code, String message, int line) {
    ConfigurationResult result = read(text);

    assertThat(result.configuration()).isEmpty();
    assertThat(result.diagnostics()).hasSize(1);
    Diagnostic diagnostic = result.diagnostics().get(0);
    assertThat(diagnostic.code()).isEqualTo(code);
    assertThat(diagnostic.message()).contains(message);
    assertThat(diagnostic.span().line()).isEqualTo(line);
    assertThat(diagnostic.span().file()).isEqualTo("/etc/verdict/server.yaml");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("cache: {ttl: 5s}", DiagnosticCode.MISSING_KEY, "the key `repository`", 1),
        arguments(LEAST + "cashe: {}", DiagnosticCode.UNKNOWN_KEY, "did you mean `cache`?", 2),
        arguments(
            LEAST + "limits: {request: {batch: 0}}",
            DiagnosticCode.WRONG_SHAPE,
            "`batch` must be a whole number from 1 to 10000",
            2),
        arguments(
            LEAST + "limits: {request: {batch: 10001}}",
            DiagnosticCode.WRONG_SHAPE,
            "`batch` must be a whole number from 1 to 10000",
            2),
        arguments(
            LEAST + "limits: {request: {id-length: 9}}",
            DiagnosticCode.UNKNOWN_KEY,
            "`id-length`",
            2),
        arguments(
            LEAST + "limits: {requests: {}}",
            DiagnosticCode.UNKNOWN_KEY,
            "did you mean `request`?",
            2),
        arguments(
            LEAST + "plaintext: false\nplaintext: false",
            DiagnosticCode.YAML_DUPLICATE_KEY,
            "`plaintext`",
            3),
        arguments(LEAST + "identity:", DiagnosticCode.WRONG_SHAPE, "`identity` is empty", 2),
        arguments(LEAST + "identity: {}", DiagnosticCode.MISSING_KEY, "`issuers`", 2),
        setting("listen:\n  grpc: 0.0.0.0:7070", "open development mode", 3),
        setting("listen:\n  admin: 10.0.0.1:7072", "open development mode", 3),
        setting("listen:\n  grpc: 7070", "write it as `127.0.0.1:7070`", 3),
        setting("cache:\n  ttl: 5 s", "such as `500ms`, `10s`, `5m` or `24h`, not `5 s`", 3),
        setting("cache:\n  ttl: 61s", "`ttl` is not within", 3),
        arguments(
            LEAST + "cache:\n  max-bytes: 0",
            DiagnosticCode.WRONG_SHAPE,
            "`max-bytes` must be a whole number from 1",
            3),
        arguments(
            LEAST + "cache:\n  enabled: yes",
            DiagnosticCode.WRONG_SHAPE,
            "`enabled` must be `true` or `false`",
            3),
        setting("limits: {call-timeout: 9ms}", "`call-timeout` is not within `10ms` and `5s`", 2),
        setting(
            "limits: {call-timeout: 5001ms}", "`call-timeout` is not within `10ms` and `5s`", 2),
        setting(
            "limits: {call-timeout: 500}",
            "`call-timeout` must be a length of time such as `500ms`",
            2),
        setting("drain-wait: 6m", "`drain-wait` is not within `0s` and `5m`", 1),
        setting("drain-wait: 5", "`drain-wait` must be a length of time such as `500ms`", 2),
        arguments(
            LEAST + "limits: {connections: {total: 0}}",
            DiagnosticCode.WRONG_SHAPE,
            "`total` must be a whole number from 1",
            2),
        arguments(
            LEAST + "limits: {connections: {totals: 1}}",
            DiagnosticCode.UNKNOWN_KEY,
            "did you mean `total`?",
            2),
        setting("limits: {connections: {unproven-time: 61s}}", "`unproven-time`", 2),
        setting("limits: {connections: {idle: 25h}}", "`idle`", 2),
        setting("limits: {connections: {idle: soon}}", "`idle` must be a length of time", 2),
        setting("limits: {connections: {body-bytes: 1}}", "`body-bytes`", 2),
        setting("public-url: ftp://a", "`public-url`", 2),
        setting("public-url: https://a b", "no address", 2),
        arguments(LEAST + "tls: {certificate: a}", DiagnosticCode.MISSING_KEY, "the key `key`", 2),
        arguments(
            "repository: {directory: a, git: b}",
            DiagnosticCode.INVALID_SETTING,
            "either `directory` or `git`",
            1),
        arguments(
            "repository: {directory: a, ref: b}",
            DiagnosticCode.INVALID_SETTING,
            "`ref` goes with `git`",
            1),
        arguments(
            "repository: {directory: a, poll-interval: 1ms}",
            DiagnosticCode.INVALID_SETTING,
            "`poll-interval`",
            1),
        arguments(
            "repository: {directory: a, poll-interval: 999999999d}",
            DiagnosticCode.INVALID_SETTING,
            "`poll-interval` is not within `10ms` and `24h`",
            1),
        arguments(LEAST + "identity: {}", DiagnosticCode.MISSING_KEY, "the key `issuers`", 2),
        setting("identity: {issuers: []}", "has 0 entries", 2),
        issuer("", "audience: a, jwks: {file: f}", DiagnosticCode.MISSING_KEY, "`issuer`"),
        issuer("issuer: i", "jwks: {file: f}", DiagnosticCode.MISSING_KEY, "`audience`"),
        issuer("issuer: i", "audience: a", DiagnosticCode.MISSING_KEY, "`jwks`"),
        issuer("jwks: {file: f, url: 'https://a'}", "either `file` or `url`"),
        issuer("jwks: {}", "either `file` or `url`"),
        issuer("jwks: {url: 'http://id.example.com/keys'}", "over https"),
        issuer("jwks: {file: f, max-stale: 1m}", "`max-stale`"),
        issuer("jwks: {file: f, max-stale: 8d}", "`max-stale` is above `7d`"),
        issuer("jwks: {file: f, refresh-interval: 25h}", "`refresh-interval` is not within"),
        setting("identity:\n  issuers:\n    - {" + ISSUER + ", algorithms: HS256}", "`HS256`", 4),
        setting("identity:\n  issuers:\n    - {" + ISSUER + ", algorithms: none}", "`none`", 4),
        setting("identity:\n  issuers:\n    - {" + ISSUER + ", client-type: user}", "different", 4),
        setting("identity:\n  issuers:\n    - {" + ISSUER + ", max-lifetime: 0s}", "`max-life", 4),
        setting(
            "identity:\n  issuers:\n    - {" + ISSUER + ", claims: {attributes: {roles: r}}}",
            "`roles` is filled already",
            4),
        arguments(
            LEAST + "identity:\n  issuers:\n    - {" + ISSUER + ", tenant: {any-of: a}}",
            DiagnosticCode.MISSING_KEY,
            "the key `claim`",
            4),
        setting("identity: {clock-skew: 2m, issuers: [{" + ISSUER + "}]}", "`clock-skew`", 2),
        setting(
            "identity:\n  issuers: [{" + ISSUER + "}]\n  callers: [{issuer: x, subject: y}]",
            "`y` could never call",
            3),
        setting(
            "identity: {issuers: [{" + ISSUER + "}], callers: [{issuer: x, subject: '*'}]}",
            "not by a pattern like `*`",
            2),
        setting(
            "identity: {issuers: [{" + ISSUER + "}], other-callers: {may-call: [explian]}}",
            "`may-call` knows no `explian`; did you mean `explain`?; it lists any of",
            2),
        setting(
            "identity: {issuers: [{"
                + ISSUER
                + "}], other-callers: {may-assert: [subject], must-pass-subject-token: true}}",
            "contradict each other",
            2),
        setting(
            "listen: {http: '0.0.0.0:1'}\nidentity: {issuers: [{" + ISSUER + "}]}",
            "`plaintext: true`",
            2));
  }

  @Test
  void allMistakesAreReportedAtOnce() {
    ConfigurationResult result =
        read("listen: {grpc: x, http: y}\ncache: {ttl: z}\nidentity: {issuers: [{}]}");

    assertThat(result.configuration()).isEmpty();
    assertThat(result.diagnostics()).hasSize(7);
  }

  @Test
  void theDocumentationNamesEveryKey() throws IOException {
    String text = documentation();

    for (Path reader : readers()) {
      Matcher keys = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"").matcher(Files.readString(reader));
      while (keys.find()) {
        assertThat(text).contains(keys.group(1));
      }
    }
  }

  private static List<Path> readers() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("src/main/java/dev/verdict/server/configuration"))) {
      List<Path> readers = files.filter(file -> file.toString().endsWith("Reader.java")).toList();
      assertThat(readers).hasSizeGreaterThan(5);
      return readers;
    }
  }

  private static Arguments setting(String text, String message, int line) {
    return arguments(LEAST + text, DiagnosticCode.INVALID_SETTING, message, line);
  }

  private static Arguments issuer(String jwks, String message) {
    return issuer("issuer: i, audience: a", jwks, DiagnosticCode.INVALID_SETTING, message);
  }

  private static Arguments issuer(String one, String other, DiagnosticCode code, String message) {
    String keys = one.isEmpty() ? other : one + ", " + other;
    return arguments(LEAST + "identity:\n  issuers:\n    - {" + keys + "}", code, message, 4);
  }

  private static ServerConfiguration good(String text) {
    ConfigurationResult result = read(text);
    assertThat(result.diagnostics()).isEmpty();
    return result.configuration().orElseThrow();
  }

  private static ConfigurationResult read(String text) {
    return ConfigurationReader.read(new SourceFile("/etc/verdict/server.yaml", text));
  }

  private static String documented() throws IOException {
    String text = documentation();
    int start = text.indexOf("```yaml\n") + "```yaml\n".length();
    return text.substring(start, text.indexOf("```", start));
  }

  private static String documentation() throws IOException {
    return Files.readString(Path.of("docs/configuration.md"));
  }
}
