package dev.verdict.server.configuration;

import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which claims make the subject. */
final class ClaimMappingReader {

  private static final List<String> KEYS = List.of("id", "roles", "scopes", "attributes");

  private final SettingReader settings;

  ClaimMappingReader(SettingReader settings) {
    this.settings = settings;
  }

  Optional<ClaimMapping> read(YamlNode node) {
    return MappingReader.open(node, "`claims`", KEYS, settings.diagnostics()).flatMap(this::claims);
  }

  /** A claim by its name, or a list of names that lead to it. */
  Optional<ClaimPath> path(MappingReader mapping, String key) {
    List<String> names = mapping.texts(key).stream().map(Located::value).toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(new ClaimPath(names));
  }

  private Optional<ClaimMapping> claims(MappingReader mapping) {
    ClaimMapping otherwise = ClaimMapping.DEFAULT;
    ClaimPath id = path(mapping, "id").orElse(otherwise.id());
    ClaimPath roles = path(mapping, "roles").orElse(otherwise.roles());
    List<ClaimPath> scopes = path(mapping, "scopes").map(List::of).orElse(otherwise.scopes());
    Map<String, ClaimPath> attributes = attributes(mapping);
    return settings.made(mapping.span(), () -> new ClaimMapping(id, roles, scopes, attributes));
  }

  private Map<String, ClaimPath> attributes(MappingReader mapping) {
    List<String> names =
        mapping.entries("attributes").stream().map(entry -> entry.key().value()).toList();
    var attributes = new LinkedHashMap<String, ClaimPath>();
    mapping
        .mapping("attributes", names)
        .ifPresent(
            open -> {
              for (String name : names) {
                path(open, name).ifPresent(claim -> attributes.put(name, claim));
              }
            });
    return attributes;
  }
}
