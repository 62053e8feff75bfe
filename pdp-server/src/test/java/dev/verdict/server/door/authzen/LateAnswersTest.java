package dev.verdict.server.door.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.LateDecisionService;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.eventual.Turns;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer that comes later, on another thread, is an answer like any other. */
@Timeout(60)
class LateAnswersTest {

  private static final String SINGLE = "/access/v1/evaluation";
  private static final String READ =
      "{\"subject\":{\"type\":\"user\",\"id\":\"alice\"},\"action\":{\"name\":\"read\"},"
          + "\"resource\":{\"type\":\"record\",\"id\":\"r-1\"}";

  private OpenDoor atOnce;
  private OpenDoor later;

  @BeforeEach
  void open() throws Exception {
    atOnce = OpenDoor.to(new FakeDecisionService());
    later = OpenDoor.to(new LateDecisionService(new FakeDecisionService()));
  }

  @AfterEach
  void close() {
    atOnce.close();
    later.close();
  }

  @Test
  void aDecisionAnExplanationAndABatchAreTheSame() throws Exception {
    same(SINGLE, READ + "}");
    same(SINGLE, READ + ",\"options\":{\"explain\":true}}");
    same("/access/v1/evaluations", READ + ",\"evaluations\":[{},{\"action\":7},{}]}");
  }

  @Test
  void aFaultIsFiveHundred() throws Exception {
    same(SINGLE, READ.replace("\"read\"", "\"break\"") + "}");
    assertThat(later.post(SINGLE, READ + "}").statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsFiveHundredAndALaterOneIsDropped() throws Exception {
    var never = new Never();
    try (OpenDoor http = OpenDoor.to(never);
        var connection = new RawConnection(http.door.address())) {
      String body = READ + "}";
      connection.send(
          "POST /access/v1/evaluation HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      never.asked.await();
      http.skip(Duration.ofSeconds(11));

      assertThat(connection.receive()).startsWith("HTTP/1.1 500 ").contains("has no answer");
      assertThat(http.metrics.scrape())
          .contains("verdict_requests_rejected_total{cause=\"internal\",door=\"http\"} 1.0");
      never.decision.fail(new IllegalStateException("too late"));
    }
  }

  private void same(String path, String body) throws Exception {
    HttpResponse<String> expected = atOnce.post(path, body);
    HttpResponse<String> answer = later.post(path, body);

    assertThat(answer.statusCode()).isEqualTo(expected.statusCode());
    assertThat(answer.body()).isEqualTo(expected.body());
  }

  private static final class Never implements DecisionService {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Promise<Decision> decision = new Promise<>();

    @Override
    public Eventual<Decision> decide(Ask ask) {
      asked.countDown();
      return decision;
    }

    @Override
    public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
      return new Promise<>();
    }

    @Override
    public Eventual<Explanation> explain(Ask ask) {
      return new Promise<>();
    }
  }
}
