package dev.verdict.server.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

  @Test
  void commasStandBetweenMembersAndElementsOnly() {
    String json =
        new JsonWriter()
            .beginObject()
            .member("a", "x")
            .beginObject("o")
            .endObject()
            .beginList("l")
            .element("{")
            .element("[")
            .beginObject()
            .member("n", 1)
            .endObject()
            .endList()
            .member("f", true)
            .endObject()
            .text();

    assertThat(json).isEqualTo("{\"a\":\"x\",\"o\":{},\"l\":[\"{\",\"[\",{\"n\":1}],\"f\":true}");
  }

  @Test
  void whatCouldEndAStringOrALineIsEscaped() {
    String json =
        new JsonWriter()
            .beginObject()
            .member("a", "\"\\\n\0\u007f\u2028\u2029é")
            .endObject()
            .text();

    assertThat(json).isEqualTo("{\"a\":\"\\\"\\\\\\u000a\\u0000\\u007f\\u2028\\u2029é\"}");
  }

  @Test
  void halfOfASurrogatePairBecomesAQuestionMark() {
    var json = new JsonWriter().beginObject().member("a", "x\ud800y\udc00\ud83d\ude00").endObject();

    assertThat(json.text()).isEqualTo("{\"a\":\"x?y?\ud83d\ude00\"}");
    assertThat(json.bytes()).isEqualTo(json.text().getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\"", "\n", "\u00e9", "\u20ac", "\ud83d\ude00", "aaaa\n\u20ac"})
  void textsOfEveryLengthFindRoom(String piece) {
    for (int times = 0; times < 700; times++) {
      String text = piece.repeat(times);
      byte[] json = new JsonWriter().beginObject().member("a", text).endObject().bytes();

      assertThat(JacksonReader.read(json, new JsonBounds(1, 1, 10_000, 1)).members().get("a"))
          .isEqualTo(new Value.Text(text));
    }
  }
}
