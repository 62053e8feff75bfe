package dev.verdict.benchmarks.soak.traffic;

import dev.verdict.benchmarks.credential.Credentials;
import java.util.HashMap;
import java.util.Map;

/** The tokens of honest callers, made once. */
final class Tokens {

  private final String gateway;
  private final Map<String, String> persons = new HashMap<>();

  Tokens(Credentials credentials) {
    this.gateway = credentials.ofClient("gateway");
    for (KnownQuestion question : KnownQuestion.ALL) {
      Person person = question.person();
      persons.computeIfAbsent(
          person.id(), id -> credentials.ofUser(id, person.tenant(), person.roles()));
    }
  }

  /** The value of the header that goes with the question. */
  String authorization(KnownQuestion question) {
    return "Bearer "
        + (question.byGateway()
            ? gateway
            : persons.getOrDefault(question.person().id(), "unknown person"));
  }
}
