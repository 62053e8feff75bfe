package dev.verdict.server.configuration;

/**
 * A caller that may name other subjects and what is known of them.
 *
 * @param issuer of its token
 * @param type of the subject that its token makes: a person whose id happens to be that of a
 *     trusted service is not that service
 * @param subject the {@code sub} of its token, without any prefix
 */
public record TrustedCaller(String issuer, String type, String subject) {

  public TrustedCaller {
    if (subject.isEmpty()) {
      throw new InvalidConfigurationException(
          "a trusted caller has no `subject`; write the `sub` of its token");
    }
  }
}
