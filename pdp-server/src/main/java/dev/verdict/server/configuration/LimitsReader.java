package dev.verdict.server.configuration;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.yaml.MappingReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads how large policies and requests may be: a mapping of groups, each of limits. */
final class LimitsReader {

  private LimitsReader() {}

  /** The limits that the configuration sets, and the standard for all others. */
  static Limits read(MappingReader configuration) {
    List<Limit> limits = Arrays.stream(Limit.values()).filter(limit -> !limit.isFixed()).toList();
    List<String> groups = limits.stream().map(Limit::group).distinct().toList();
    Limits result = Limits.STANDARD;
    Optional<MappingReader> mapping = configuration.mapping("limits", groups);
    for (String group : mapping.isPresent() ? groups : List.<String>of()) {
      List<Limit> members = limits.stream().filter(each -> each.group().equals(group)).toList();
      Optional<MappingReader> settings =
          mapping.get().mapping(group, members.stream().map(Limit::key).toList());
      for (Limit limit : settings.isPresent() ? members : List.<Limit>of()) {
        Optional<Long> value = settings.get().wholeNumber(limit.key(), 1, limit.ceiling());
        result = value.isPresent() ? result.with(limit, value.get().intValue()) : result;
      }
    }
    return result;
  }
}
