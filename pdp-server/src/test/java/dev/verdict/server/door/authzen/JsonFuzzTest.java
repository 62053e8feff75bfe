package dev.verdict.server.door.authzen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.Batch;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.Question;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.fuzz.ByteFuzzer;
import dev.verdict.server.identity.gate.IdentityGates;
import dev.verdict.server.json.JacksonReader;
import dev.verdict.server.transport.Answer;
import dev.verdict.server.transport.Responder;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes of a body, it is answered, and as if {@link DocumentQuestionReader} had read
 * what Jackson makes of it.
 */
class JsonFuzzTest {

  /** Small enough that mutated bodies exceed them now and then. */
  private static final Limits LIMITS =
      Limits.STANDARD
          .with(Limit.VALUES, 30)
          .with(Limit.DEPTH, 4)
          .with(Limit.TEXT_LENGTH, 40)
          .with(Limit.BATCH, 10);

  private static final String REQUEST =
      """
      {"subject":{"type":"user","id":"alice","properties":{"tenant":"acme","roles":["a","b"]}},
       "action":{"name":"read","properties":{"soft":true}},
       "resource":{"type":"invoice","id":"1","properties":{"amount":12.5,"n":[1,{"a":null}]}},
       "context":{"channel":"kiosk","at":"2026-01-01T00:00:00Z"},
       "actor":{"type":"agent","id":"bot"}}""";

  private static final List<byte[]> BODIES =
      List.of(
          REQUEST.getBytes(UTF_8),
          ("{\"evaluations\":["
                  + REQUEST
                  + ",{}],\"options\":{"
                  + "\"evaluations_semantic\":\"deny_on_first_deny\"}}")
              .getBytes(UTF_8),
          (REQUEST.substring(0, REQUEST.length() - 1)
                  + ",\"evaluations\":[{\"resource\":{\"type\":\"a\",\"id\":\"2\"}},{}]}")
              .getBytes(UTF_8),
          """
          {"evaluations":[{"action":{"name":"read","x":[]}},{"options":{"details":true,"y":{}},
           "resource":{"id":"2","type":"b","properties":null}},{"subject_token":"a"},7],
           "options":{"evaluations_semantic":"permit_on_first_permit","details":false},
           "resource":{"properties":{"a\\u0062":"\\ud83d\\ude00","n":null},"i\\u0064":"1","type":"a"},
           "action":{"properties":{},"name":"drop"},"subject":{"id":"alice","type":"user"}}"""
              .getBytes(UTF_8),
          """
          {"subject_token":"a","unknown":{"a":{"b":[{}]},"c":1.5e3},"options":{"explain":true},
           "resource":{"id":"1","type":"a"},"action":{"name":"read"},"context":{}}"""
              .getBytes(UTF_8));

  private final FakeDecisionService decisions = new FakeDecisionService();
  private final Questions questions =
      new Questions(
          Door.HTTP,
          decisions,
          IdentityGates.openDevelopment(),
          () -> Runnable::run,
          Clock.fixed(OpenDoor.NOW, ZoneOffset.UTC),
          LIMITS,
          ServerConfiguration.DEFAULT_CALL_TIMEOUT);
  private final SingleEvaluation single = new SingleEvaluation(questions, LIMITS);
  private final BatchEvaluation batch = new BatchEvaluation(single, questions, LIMITS);

  @Test
  void everyBodyIsAnswered() throws InterruptedException, IOException {
    new ByteFuzzer("http", BODIES, this::answer).run();
  }

  private void answer(byte[] body) {
    Answer answer = CollectedAnswer.to(body, batch, LIMITS);
    List<AccessRequest> asked = taken();
    Answer expected = CollectedAnswer.to(responder -> answerDocument(body, responder));

    assertThat(answer.status()).isBetween(200, 499).isEqualTo(expected.status());
    assertThat(withoutMessages(answer)).isEqualTo(withoutMessages(expected));
    assertThat(asked).isEqualTo(taken());
  }

  private void answerDocument(byte[] body, Responder responder) {
    Attributes members = JacksonReader.read(body, BodyBounds.of(LIMITS)).members();
    List<Value> items = DocumentQuestionReader.items(members);
    Question defaults = DocumentQuestionReader.read(members, LIMITS);
    if (items.isEmpty()) {
      single.answer(CollectedAnswer.ANYONE, defaults, responder);
    } else {
      BatchSemantic semantic = DocumentQuestionReader.semantic(members);
      batch.answer(
          CollectedAnswer.ANYONE, new Batch(new Items(items), defaults, semantic), responder);
    }
  }

  private List<AccessRequest> taken() {
    List<AccessRequest> asked = List.copyOf(decisions.asked);
    decisions.asked.clear();
    return asked;
  }

  /** Where several things are wrong, either may be told. */
  private static String withoutMessages(Answer answer) {
    return CollectedAnswer.text(answer).replaceAll("\"message\":\"[^\"]*\"", "");
  }

  private record Items(List<Value> values) implements Batch.Items {

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public Question read(int index) {
      if (values.get(index) instanceof Value.Structure item) {
        return DocumentQuestionReader.read(item.attributes(), LIMITS);
      }
      throw new InvalidRequestException("the item is not an object");
    }
  }
}
