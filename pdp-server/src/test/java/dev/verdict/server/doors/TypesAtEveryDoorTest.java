package dev.verdict.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.server.wiring.VerdictServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrives as text and means more is the same at every door. */
class TypesAtEveryDoorTest {

  @TempDir private Path folder;

  @Test
  void anAddressAndADurationAreWhatTheyMeanHoweverTheyAreWritten() throws Exception {
    Files.writeString(
        folder.resolve("schema.yaml"),
        """
        subjects: { user: {} }
        resources:
          console:
            tenant-isolated: false
            actions: [open]
            attributes: { networks: list<cidr>, patience: duration, lastSeen: timestamp }
        context: { ip: ip }
        """);
    Files.writeString(
        folder.resolve("console.policy.yaml"),
        """
        policy: console
        resource: console
        rules:
          - permit: open
            id: near-and-known
            when: >-
              inRange(context.ip, resource.networks)
              && context.now - resource.lastSeen < resource.patience
        """);
    try (VerdictServer server = RunningServer.of(folder)) {
      for (Door door : EveryDoorTest.doors(server)) {
        try (door) {
          assertThat(
                  door.askAll(
                      List.of(
                          request("192.0.2.7", "P30D"),
                          request("::ffff:192.0.2.7", "PT720H"),
                          request("198.51.100.7", "P30D"),
                          request("192.0.2.7", "PT0S"),
                          request("192.0.2.007", "P30D"),
                          request("192.0.2.7", "P1M"))))
              .as(door.getClass().getSimpleName())
              .containsExactly(true, true, false, false, false, false);
        }
      }
    }
  }

  private static AccessRequest request(String ip, String patience) {
    Instant now = Instant.now();
    var console = Attributes.builder();
    console.add("networks", new Value.Sequence(List.of(new Value.Text("192.0.2.0/24"))));
    console.add("patience", new Value.Text(patience));
    console.add("lastSeen", new Value.Text(now.toString()));
    var context = Attributes.builder();
    context.add("ip", new Value.Text(ip));
    return new AccessRequest(
        new Entity("user", "alice"),
        new Action("open"),
        new Entity("console", "main", console.build()),
        context.build(),
        now);
  }
}
