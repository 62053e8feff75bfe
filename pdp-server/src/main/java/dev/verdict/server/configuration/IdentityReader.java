package dev.verdict.server.configuration;

import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.server.rights.CallerRights;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads whose tokens are accepted, and who may speak for others. */
final class IdentityReader {

  private static final List<String> KEYS =
      List.of("issuers", "callers", "other-callers", "clock-skew", "tenant-attribute");

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
    var rights = new CallersReader(settings);
    Map<CallerName, CallerRights> callers = rights.callers(mapping);
    CallerRights others = rights.others(mapping);
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
        mapping.span(),
        () -> new IdentityConfiguration(issuers, callers, others, skew, tenantAttribute));
  }
}
