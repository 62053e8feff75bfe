package dev.verdict.server.configuration;

import dev.verdict.policy.yaml.MappingReader;
import java.util.List;

/** Reads what connections may hold: one group of the limits. */
final class ConnectionLimitsReader {

  static final String GROUP = "connections";

  private static final List<String> KEYS =
      List.of("total", "unproven-per-address", "unproven-time", "idle", "streams", "body-bytes");

  private final SettingReader settings;

  ConnectionLimitsReader(SettingReader settings) {
    this.settings = settings;
  }

  /** The limits that the mapping sets, and the default for all others. */
  ConnectionLimits read(MappingReader limits) {
    ConnectionLimits otherwise = ConnectionLimits.DEFAULT;
    return limits
        .mapping(GROUP, KEYS)
        .flatMap(group -> settings.made(group.span(), () -> limits(group, otherwise)))
        .orElse(otherwise);
  }

  private ConnectionLimits limits(MappingReader group, ConnectionLimits otherwise) {
    return new ConnectionLimits(
        number(group, "total", otherwise.total()),
        number(group, "unproven-per-address", otherwise.unprovenPerAddress()),
        settings.duration(group, "unproven-time", otherwise.unprovenTime()),
        settings.duration(group, "idle", otherwise.idle()),
        number(group, "streams", otherwise.streams()),
        group.wholeNumber("body-bytes", 1, Long.MAX_VALUE).orElse(otherwise.bodyBytes()));
  }

  private static int number(MappingReader group, String key, int otherwise) {
    return group
        .wholeNumber(key, 1, ConnectionLimits.MAX_NUMBER)
        .map(Long::intValue)
        .orElse(otherwise);
  }
}
