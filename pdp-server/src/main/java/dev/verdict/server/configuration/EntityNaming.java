package dev.verdict.server.configuration;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the holders of an issuer's tokens are called in policies.
 *
 * @param subjectType type of a person's subject
 * @param clientType type of a client that acts for itself, so that a client never becomes the
 *     person whose id it bears (RFC 9068 §5)
 * @param actorType type of who acts for a subject, by the {@code act} claim (RFC 8693 §4.1)
 * @param idPrefix stands before every id, so that ids of two issuers never meet; may be empty
 */
public record EntityNaming(
    String subjectType, String clientType, String actorType, String idPrefix) {

  /** {@code user}, {@code client}, {@code agent}, and ids as they are. */
  public static final EntityNaming DEFAULT = new EntityNaming("user", "client", "agent", "");

  public EntityNaming {
    checkName("subject-type", subjectType);
    checkName("client-type", clientType);
    checkName("actor-type", actorType);
    if (subjectType.equals(clientType)) {
      throw new InvalidConfigurationException(
          "`subject-type` and `client-type` are both `"
              + subjectType
              + "`: a client could bear the id of a user; give them different names");
    }
    if (idPrefix.length() > 64 || idPrefix.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidConfigurationException(
          "`id-prefix` is longer than 64 characters or holds a control character");
    }
  }

  /** Whether an entity of one issuer could be taken for an entity of the other. */
  boolean mayMeet(EntityNaming other) {
    boolean prefixesOverlap =
        idPrefix.startsWith(other.idPrefix) || other.idPrefix.startsWith(idPrefix);
    return prefixesOverlap && types().stream().anyMatch(other.types()::contains);
  }

  /** Types of those who can hold a token. */
  Set<String> subjectTypes() {
    return Set.of(subjectType, clientType);
  }

  private Set<String> types() {
    return Stream.of(subjectType, clientType, actorType).collect(Collectors.toSet());
  }

  private static void checkName(String key, String type) {
    if (type.isEmpty() || type.length() > 256 || type.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidConfigurationException(
          "`" + key + "` is empty, too long or holds a control character; name an entity type");
    }
  }
}
