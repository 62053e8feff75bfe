package dev.verdict.server.configuration;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a server's configuration file. {@code docs/configuration.md} describes every key. */
public final class ConfigurationReader {

  private static final List<String> KEYS =
      List.of(
          "listen",
          "repository",
          "identity",
          "cache",
          "limits",
          "public-url",
          "tls",
          "plaintext",
          "drain-wait");

  private static final String CALL_TIMEOUT = "call-timeout";

  private static final List<String> LIMITS =
      Stream.concat(
              LimitsReader.GROUPS.stream(), Stream.of(ConnectionLimitsReader.GROUP, CALL_TIMEOUT))
          .toList();

  private final SettingReader settings;
  private final MappingReader root;

  private ConfigurationReader(SettingReader settings, MappingReader root) {
    this.settings = settings;
    this.root = root;
  }

  /**
   * The configuration of a file that names its repository.
   *
   * @param file its path is where it was found on this machine: relative paths in it start there
   */
  public static ConfigurationResult read(SourceFile file) {
    return read(file, Optional.empty());
  }

  /** The configuration of a file, with another repository in place of the one that it may name. */
  public static ConfigurationResult read(SourceFile file, RepositoryConfiguration repository) {
    return read(file, Optional.of(repository));
  }

  private static ConfigurationResult read(
      SourceFile file, Optional<RepositoryConfiguration> repository) {
    var diagnostics = new Diagnostics();
    var settings = new SettingReader(Path.of(file.path()), diagnostics);
    Optional<ServerConfiguration> configuration =
        YamlReader.read(file, diagnostics)
            .flatMap(document -> open(document, diagnostics))
            .flatMap(root -> new ConfigurationReader(settings, root).configuration(repository));
    return new ConfigurationResult(
        configuration.filter(complete -> !diagnostics.hasErrors()), diagnostics.sorted());
  }

  private static Optional<MappingReader> open(YamlNode document, Diagnostics diagnostics) {
    return MappingReader.open(document, "the configuration", KEYS, diagnostics);
  }

  private Optional<ServerConfiguration> configuration(
      Optional<RepositoryConfiguration> replacement) {
    ListenConfiguration listen = listen();
    Optional<RepositoryConfiguration> named = repository(replacement.isEmpty());
    Optional<IdentityConfiguration> identity =
        root.node("identity").flatMap(node -> new IdentityReader(settings).read(node));
    CacheConfiguration cache = cache();
    Optional<MappingReader> bounds = root.mapping("limits", LIMITS);
    Limits limits = bounds.map(LimitsReader::read).orElse(Limits.STANDARD);
    ConnectionLimits connections =
        bounds
            .map(found -> new ConnectionLimitsReader(settings).read(found))
            .orElse(ConnectionLimits.DEFAULT);
    Duration callTimeout =
        bounds.map(this::callTimeout).orElse(ServerConfiguration.DEFAULT_CALL_TIMEOUT);
    Duration drainWait = settings.duration(root, "drain-wait", Duration.ZERO);
    Optional<URI> publicUrl = publicUrl();
    Optional<TlsConfiguration> tls = tls();
    boolean plaintext = root.flag("plaintext").orElse(false);
    if (settings.diagnostics().hasErrors()) {
      // what was left out would be missed again: identity, say, for an open address
      return Optional.empty();
    }
    return replacement
        .or(() -> named)
        .flatMap(
            repository ->
                settings.made(
                    root.node("listen").map(YamlNode::span).orElse(root.span()),
                    () ->
                        new ServerConfiguration(
                            listen,
                            repository,
                            identity,
                            cache,
                            publicUrl,
                            tls,
                            limits,
                            callTimeout,
                            plaintext,
                            connections,
                            drainWait)));
  }

  private ListenConfiguration listen() {
    ListenConfiguration otherwise = ListenConfiguration.DEFAULT;
    return root.mapping("listen", List.of("grpc", "http", "admin"))
        .map(
            listen ->
                new ListenConfiguration(
                    settings.address(listen, "grpc", otherwise.grpc()),
                    settings.address(listen, "http", otherwise.http()),
                    settings.address(listen, "admin", otherwise.admin())))
        .orElse(otherwise);
  }

  private Optional<RepositoryConfiguration> repository(boolean required) {
    Optional<YamlNode> node = required ? root.requiredNode("repository") : root.node("repository");
    return node.flatMap(found -> new RepositoryReader(settings).read(found));
  }

  private CacheConfiguration cache() {
    CacheConfiguration otherwise = CacheConfiguration.DEFAULT;
    return root.mapping("cache", List.of("enabled", "from-cost", "max-bytes", "ttl", "token-bytes"))
        .flatMap(
            cache ->
                settings.made(
                    cache.span(),
                    () ->
                        new CacheConfiguration(
                            cache.flag("enabled").orElse(otherwise.enabled()),
                            settings.duration(cache, "from-cost", otherwise.fromCost()),
                            cache
                                .wholeNumber("max-bytes", 1, Long.MAX_VALUE)
                                .orElse(otherwise.maxBytes()),
                            settings.duration(cache, "ttl", otherwise.ttl()),
                            cache
                                .wholeNumber("token-bytes", 0, Long.MAX_VALUE)
                                .orElse(otherwise.tokenBytes()))))
        .orElse(otherwise);
  }

  private Duration callTimeout(MappingReader limits) {
    Duration otherwise = ServerConfiguration.DEFAULT_CALL_TIMEOUT;
    Duration set = settings.duration(limits, CALL_TIMEOUT, otherwise);
    return settings
        .made(
            limits.span(),
            () -> {
              ServerConfiguration.checkCallTimeout(set);
              return set;
            })
        .orElse(otherwise);
  }

  private Optional<URI> publicUrl() {
    return root.text("public-url")
        .flatMap(
            text ->
                settings.url(text).flatMap(url -> settings.made(text.span(), () -> checked(url))));
  }

  private static URI checked(URI publicUrl) {
    ServerConfiguration.checkPublicUrl(publicUrl);
    return publicUrl;
  }

  private Optional<TlsConfiguration> tls() {
    return root.mapping("tls", List.of("certificate", "key"))
        .flatMap(
            tls -> {
              Optional<Path> certificate = tls.requiredText("certificate").flatMap(settings::path);
              Optional<Path> key = tls.requiredText("key").flatMap(settings::path);
              return certificate.flatMap(
                  found -> key.map(alsoFound -> new TlsConfiguration(found, alsoFound)));
            });
  }
}
