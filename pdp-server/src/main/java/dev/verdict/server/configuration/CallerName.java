package dev.verdict.server.configuration;

/**
 * Who the token of a call belongs to, as the issuer names it.
 *
 * @param issuer of the token
 * @param kind what it is
 * @param id of a client, its {@code client_id} or {@code azp}; of anybody else, the {@code sub},
 *     without any prefix
 */
public record CallerName(String issuer, Kind kind, String id) {

  /** What a token is issued to. */
  public enum Kind {
    /** A client for itself: a person with the id of a client is not that client. */
    CLIENT,
    /** Anybody else. */
    SUBJECT
  }

  public CallerName {
    if (id.isEmpty()) {
      throw new InvalidConfigurationException(
          "a caller has no name; write its `client`, or the `sub` of its token as `subject`");
    }
  }

  static CallerName configured(String issuer, Kind kind, String id) {
    if (id.indexOf('*') >= 0) {
      throw new InvalidConfigurationException(
          "a caller is named in full and not by a pattern like `"
              + id
              + "`; what everybody else may do stands under `other-callers`");
    }
    return new CallerName(issuer, kind, id);
  }
}
