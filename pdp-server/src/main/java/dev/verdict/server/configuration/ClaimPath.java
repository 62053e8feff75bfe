package dev.verdict.server.configuration;

import java.util.List;

/**
 * Where a claim stands in a token: a member, or a member of a member. A list and not a dotted name,
 * because names of claims may hold dots.
 *
 * @param names outermost first; at least one, none empty
 */
public record ClaimPath(List<String> names) {

  public ClaimPath {
    names = List.copyOf(names);
    if (names.isEmpty() || names.contains("")) {
      throw new InvalidConfigurationException("the name of a claim is empty; name the claim");
    }
  }

  public static ClaimPath of(String... names) {
    return new ClaimPath(List.of(names));
  }
}
