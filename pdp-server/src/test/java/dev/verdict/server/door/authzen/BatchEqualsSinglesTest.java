package dev.verdict.server.door.authzen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.FakeIdentityGate;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.json.JsonReader;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.transport.Answer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BatchEqualsSinglesTest {

  private final Questions questions =
      new Questions(
          Door.HTTP,
          new FakeDecisionService(),
          new FakeIdentityGate(),
          () -> Runnable::run,
          Clock.fixed(OpenDoor.NOW, ZoneOffset.UTC),
          Limits.STANDARD,
          ServerConfiguration.DEFAULT_CALL_TIMEOUT);
  private final SingleEvaluation single = new SingleEvaluation(questions, Limits.STANDARD);
  private final Evaluation batch = new BatchEvaluation(single, questions, Limits.STANDARD);

  @Property(tries = 300)
  void aBatchAnswersAsItsItemsWouldAlone(@ForAll("bodies") List<String> items) {
    String body = "{\"options\":{\"details\":true},\"evaluations\":[" + String.join(",", items);

    List<String> alone = items.stream().map(item -> decision(item)).toList();

    assertThat(answers(body + "]}")).isEqualTo(alone);
  }

  /** The answer to one item, or what stands for it in a batch where it is an error. */
  private String decision(String item) {
    Answer answer = CollectedAnswer.to(item, single, Limits.STANDARD);
    return answer.status() == 200 ? CollectedAnswer.text(answer) : "error " + answer.status();
  }

  private List<String> answers(String body) {
    Attributes answer =
        read(CollectedAnswer.text(CollectedAnswer.to(body, batch, Limits.STANDARD)));
    return ((Value.Sequence) answer.get("evaluations"))
        .values().stream().map(BatchEqualsSinglesTest::text).toList();
  }

  private static String text(Value item) {
    Attributes members = ((Value.Structure) item).attributes();
    Value context = members.get("context");
    if (context instanceof Value.Structure structure
        && structure.attributes().get("error") instanceof Value.Structure error) {
      return "error " + ((Value.Whole) error.attributes().get("status")).number();
    }
    String json = new JsonWriter().beginObject().member("x", members).endObject().text();
    return json.substring("{\"x\":".length(), json.length() - 1);
  }

  @Provide
  Arbitrary<List<String>> bodies() {
    Arbitrary<String> subject =
        Arbitraries.of(
            "\"subject\":{\"type\":\"user\",\"id\":\"alice\"},",
            "\"subject\":{\"type\":\"user\",\"id\":\"alice\",\"properties\":{\"a\":1}},",
            "\"subject\":{\"type\":\"user\"},",
            "");
    Arbitrary<String> action =
        Arbitraries.of("read", "read-masked", "read-audited", "drop")
            .map(name -> "\"action\":{\"name\":\"" + name + "\"},");
    Arbitrary<String> resource =
        Arbitraries.of(
            "\"resource\":{\"type\":\"record\",\"id\":\"1\"}", "\"resource\":7", "\"x\":null");
    return Combinators.combine(subject, action, resource)
        .as((s, a, r) -> "{" + s + a + r + "}")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static Attributes read(String json) {
    return JsonReader.read(json.getBytes(UTF_8), BodyBounds.of(Limits.STANDARD)).members();
  }
}
