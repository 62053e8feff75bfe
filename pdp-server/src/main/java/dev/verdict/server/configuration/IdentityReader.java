package dev.verdict.server.configuration;

import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads whose tokens are accepted, and who may speak for others. */
final class IdentityReader {

  private static final List<String> KEYS =
      List.of("issuers", "trusted-callers", "clock-skew", "tenant-attribute");

  private final SettingReader settings;

  IdentityReader(SettingReader settings) {
    this.settings = settings;
  }

  Optional<IdentityConfiguration> read(YamlNode node) {
    return MappingReader.open(node, "`identity`", KEYS, settings.diagnostics())
        .flatMap(this::identity);
  }

  private Optional<IdentityConfiguration> identity(MappingReader mapping) {
    if (mapping.requiredNode("issuers").isEmpty()) {
      return Optional.empty();
    }
    int errors = settings.diagnostics().errors();
    List<IssuerConfiguration> issuers =
        mapping.items("issuers").stream()
            .flatMap(item -> new IssuerReader(settings).read(item).stream())
            .toList();
    Set<TrustedCaller> trusted = new HashSet<>();
    for (YamlNode item : mapping.items("trusted-callers")) {
      trustedCaller(item).ifPresent(trusted::add);
    }
    Duration skew =
        settings.duration(mapping, "clock-skew", IdentityConfiguration.DEFAULT_CLOCK_SKEW);
    String tenantAttribute =
        mapping
            .text("tenant-attribute")
            .map(Located::value)
            .orElse(IdentityConfiguration.DEFAULT_TENANT_ATTRIBUTE);
    if (settings.diagnostics().errors() > errors) {
      return Optional.empty();
    }
    return settings.made(
        mapping.span(), () -> new IdentityConfiguration(issuers, trusted, skew, tenantAttribute));
  }

  private Optional<TrustedCaller> trustedCaller(YamlNode node) {
    return MappingReader.open(
            node, "a trusted caller", List.of("issuer", "subject", "type"), settings.diagnostics())
        .flatMap(
            mapping -> {
              Optional<Located<String>> issuer = mapping.requiredText("issuer");
              Optional<Located<String>> subject = mapping.requiredText("subject");
              String type =
                  mapping
                      .text("type")
                      .map(Located::value)
                      .orElse(EntityNaming.DEFAULT.clientType());
              return issuer.flatMap(
                  name -> subject.map(id -> new TrustedCaller(name.value(), type, id.value())));
            });
  }
}
