package dev.verdict.benchmarks.soak.hostile;

import java.time.Duration;

/** Tokens with a wrong signature, each another one, or of an unknown key; at both doors. */
final class ForgedTokens implements HostileShape {

  private static final int MAX_AT_ONCE = 50;
  private static final Duration INTERVAL = Duration.ofMillis(25);

  private int turn;

  @Override
  public String name() {
    return "forged-tokens";
  }

  @Override
  public void begin(Attacker attacker) {
    attacker.every(
        INTERVAL,
        () -> {
          if (attacker.connections() < MAX_AT_ONCE) {
            send(attacker);
          }
        });
  }

  private void send(Attacker attacker) {
    InsiderTokens tokens = attacker.tokens();
    String token = turn++ % 4 == 0 ? tokens.ofUnknownKey() : tokens.forged();
    if (turn % 2 == 0) {
      attacker.open(attacker.server().http(), HttpText.request(HttpText.EVALUATION, token, "{}"));
    } else {
      var fields = Frames.Fields.ofEvaluate().add("authorization", "Bearer " + token);
      attacker.open(
          attacker.server().grpc(),
          connection -> {
            connection.send(Frames.connection().call(1, fields).bytes());
            connection.closeAfter(Duration.ofSeconds(1));
          });
    }
  }
}
