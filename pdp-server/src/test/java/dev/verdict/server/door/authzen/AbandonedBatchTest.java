package dev.verdict.server.door.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.server.door.question.PausedDecisions;
import dev.verdict.server.eventual.WorkAbandonedException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing more of a batch is decided once its connection is closed. */
@Timeout(60)
class AbandonedBatchTest {

  private static final int ITEMS = 1_000;
  private static final String BATCH =
      "{\"subject\":{\"type\":\"user\",\"id\":\"alice\"},\"action\":{\"name\":\"read\"},"
          + "\"resource\":{\"type\":\"document\",\"id\":\"d\"},\"evaluations\":["
          + String.join(",", Collections.nCopies(ITEMS, "{}"))
          + "]}";

  private final PausedDecisions decisions = new PausedDecisions();

  @Test
  void aBatchEndsWithItsConnection() throws Exception {
    try (OpenDoor http = OpenDoor.to(decisions)) {
      RawConnection caller = ask(http);
      decisions.awaitPause();
      caller.close();
      decisions.release();

      assertThatThrownBy(() -> decisions.ended().get())
          .hasCauseInstanceOf(WorkAbandonedException.class);
      assertThat(decisions.decided()).isLessThan(5 * PausedDecisions.PAUSE);
    }
  }

  @Test
  void aBatchThatSomebodyWaitsForIsDecided() throws Exception {
    try (OpenDoor http = OpenDoor.to(decisions);
        var caller = ask(http)) {
      decisions.awaitPause();
      decisions.release();

      assertThat(caller.receive()).startsWith("HTTP/1.1 200 ");
      assertThat(decisions.decided()).isEqualTo(ITEMS);
    }
  }

  private static RawConnection ask(OpenDoor http) throws Exception {
    return new RawConnection(http.door.address())
        .send(
            "POST /access/v1/evaluations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: "
                + BATCH.length()
                + "\r\n\r\n"
                + BATCH);
  }
}
