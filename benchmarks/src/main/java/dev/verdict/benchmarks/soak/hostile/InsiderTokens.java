package dev.verdict.benchmarks.soak.hostile;

import dev.verdict.benchmarks.credential.Credentials;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The tokens that attackers have: good ones of a client that means harm, and forged ones. */
final class InsiderTokens {

  /** As many as fit a body of 1 MiB. */
  private static final int SUBJECTS = 1_000;

  private final String insider;
  private final String unknownKey;
  private final List<String> subjects;
  private final Random random = new Random(1);

  InsiderTokens(Credentials credentials) {
    this.insider = credentials.ofClient("insider");
    this.unknownKey = credentials.ofUnknownKey();
    this.subjects =
        IntStream.range(0, SUBJECTS)
            .mapToObj(number -> credentials.ofUser("user-" + number, "acme", List.of("member")))
            .toList();
  }

  /** That of the client that means harm. */
  String insider() {
    return insider;
  }

  /** Good ones of many users. */
  List<String> subjects() {
    return subjects;
  }

  /** Signed by a key that the server does not know. */
  String ofUnknownKey() {
    return unknownKey;
  }

  /** One that has not been sent before, and whose signature is wrong. */
  String forged() {
    return Credentials.withOtherSignature(subjects.get(random.nextInt(subjects.size())), random);
  }
}
