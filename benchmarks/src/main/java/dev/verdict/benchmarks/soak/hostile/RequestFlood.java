package dev.verdict.benchmarks.soak.hostile;

import java.time.Duration;
import java.util.function.Function;

/**
 * Requests of somebody who has a good token and means harm, over HTTP.
 *
 * @param name of the shape
 * @param interval between two requests
 * @param atOnce how many may wait for their answers
 * @param path of the endpoint
 * @param body of the next request
 */
record RequestFlood(
    String name, Duration interval, int atOnce, String path, Function<Attacker, String> body)
    implements HostileShape {

  @Override
  public void begin(Attacker attacker) {
    attacker.every(
        interval,
        () -> {
          if (attacker.connections() < atOnce) {
            attacker.open(
                attacker.server().http(),
                HttpText.request(path, attacker.tokens().insider(), body.apply(attacker)));
          }
        });
  }
}
