package dev.verdict.server.configuration;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.yaml.MappingReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads how large policies and requests may be: groups of a mapping, each of limits. */
final class LimitsReader {

  private static final List<Limit> LIMITS =
      Arrays.stream(Limit.values()).filter(limit -> !limit.isFixed()).toList();

  /** The keys of the groups. */
  static final List<String> GROUPS = LIMITS.stream().map(Limit::group).distinct().toList();

  private LimitsReader() {}

  /** The limits that the mapping sets, and the standard for all others. */
  static Limits read(MappingReader mapping) {
    Limits result = Limits.STANDARD;
    for (String group : GROUPS) {
      List<Limit> members = LIMITS.stream().filter(each -> each.group().equals(group)).toList();
      Optional<MappingReader> settings =
          mapping.mapping(group, members.stream().map(Limit::key).toList());
      for (Limit limit : settings.isPresent() ? members : List.<Limit>of()) {
        Optional<Long> value =
            settings.get().wholeNumber(limit.key(), limit.floor(), limit.ceiling());
        result = value.isPresent() ? result.with(limit, value.get().intValue()) : result;
      }
    }
    return result;
  }
}
