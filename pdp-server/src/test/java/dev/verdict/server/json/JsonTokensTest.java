package dev.verdict.server.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTokensTest {

  private static final JsonBounds BOUNDS = new JsonBounds(4, 100_000, 100, 108);

  @Test
  void aNameIsKnownHoweverItIsWritten() {
    JsonTokens json = document("{\"t\\u0079pe\":1,\"typ\":2}");

    assertThat(json.nextMember()).isTrue();
    assertThat(json.nameIs("type")).isTrue();
    assertThat(json.nameIs("typ")).isFalse();
    assertThat(json.name()).isEqualTo("type");
    json.skip();
    assertThat(json.nextMember()).isTrue();
    assertThat(json.nameIs("type")).isFalse();
  }

  @Test
  void aValueThatWasSkippedCanBeReadLater() {
    JsonTokens json = document("{\"a\":[1,{\"b\":\"x\"}],\"c\":true}");
    json.nextMember();
    int place = json.place();
    json.skip();
    json.nextMember();
    json.skip();
    assertThat(json.nextMember()).isFalse();
    json.endDocument();

    assertThat(json.values().read(place)).isInstanceOf(Value.Sequence.class);
    json.moveTo(place);
    json.beginList();
    assertThat(json.nextElement()).isTrue();
    assertThat(json.number()).isEqualTo(new Value.Whole(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 9, 10, 40, 5_000})
  void aNameThatStandsTwiceIsFoundAmongFewAndMany(int count) {
    String names =
        IntStream.range(1, count).mapToObj(i -> "\"n" + i + "\":0,").collect(Collectors.joining());

    assertThatThrownBy(() -> skip("{" + names + "\"\\u006e1\":0}")).hasMessageContaining("twice");
    assertThatThrownBy(() -> skip("{\"o\":{" + names + "\"n1\":0}}")).hasMessageContaining("twice");
    skip("{" + names + "\"o\":{" + names + "\"n0\":[{" + names + "\"n0\":1}]}}");
  }

  @Test
  void aReaderThatKeepsNamesItselfIsGivenAllOfThem() {
    JsonTokens json = new JsonTokens("{\"o\":{\"a\":1,\"a\":2},\"o\":3}".getBytes(UTF_8), BOUNDS);
    json.beginDocument();
    json.nextMember();
    json.beginKept();
    json.nextMember();
    json.skip();
    json.nextMember();
    assertThat(json.nameTwice())
        .hasMessage("a member name stands twice in one object (line 1, column 13)");
    json.skip();
    json.nextMember();

    assertThatThrownBy(json::nextMember).hasMessageContaining("twice");
  }

  @Test
  void whoReadsAnotherKindThanIsAtHandIsWrong() {
    JsonTokens json = document("{\"a\":1}");
    json.nextMember();

    assertThatThrownBy(json::text).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(json::beginList).isInstanceOf(IllegalStateException.class);
  }

  private static void skip(String text) {
    JsonTokens json = document(text);
    while (json.nextMember()) {
      json.skip();
    }
    json.endDocument();
  }

  /**
   * @throws InvalidRequestException where it does not even begin
   */
  private static JsonTokens document(String text) {
    var json = new JsonTokens(text.getBytes(UTF_8), BOUNDS);
    json.beginDocument();
    return json;
  }
}
