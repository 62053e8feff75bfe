package dev.verdict.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
