package dev.verdict.server.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which claims of a token make the subject.
 *
 * @param id the subject's id; {@code sub} where nothing else is set
 * @param roles become the attribute {@code roles}
 * @param scopes become the attribute {@code scopes}; of several places the first that the token has
 * @param attributes claims by the name of the attribute that they become
 */
public record ClaimMapping(
    ClaimPath id, ClaimPath roles, List<ClaimPath> scopes, Map<String, ClaimPath> attributes) {

  /** The attribute that holds a subject's roles. */
  public static final String ROLES = "roles";

  /** The attribute that holds the scopes of a subject's token. */
  public static final String SCOPES = "scopes";

  /** The claims of RFC 9068 and RFC 8693: {@code sub}, {@code roles}, {@code scope}. */
  public static final ClaimMapping DEFAULT =
      new ClaimMapping(
          ClaimPath.of("sub"),
          ClaimPath.of("roles"),
          List.of(ClaimPath.of("scope"), ClaimPath.of("scp")),
          Map.of());

  public ClaimMapping {
    scopes = List.copyOf(scopes);
    // Keeps the order, so that the same token always makes the same subject.
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    for (String name : Set.of(ROLES, SCOPES)) {
      checkFree(attributes, name);
    }
  }

  /** A second source for the same attribute would leave open which one wins. */
  static void checkFree(Map<String, ClaimPath> attributes, String name) {
    if (attributes.containsKey(name)) {
      throw new InvalidConfigurationException(
          "the attribute `" + name + "` is filled already; remove it from `attributes`");
    }
  }
}
