package dev.verdict.server.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static final JsonBounds BOUNDS = new JsonBounds(32, 100_000, 65_536, 108);

  static Stream<Arguments> attacks() {
    return Stream.of(
        attack("JS-01 duplicate member", "{\"a\":1,\"a\":2}", "stands twice"),
        attack("JS-02 duplicate member after unescaping", "{\"sub\":1,\"s\\u0075b\":2}", "twice"),
        attack("JS-03 duplicate member where one is null", "{\"a\":null,\"a\":2}", "twice"),
        attack("JS-04 duplicate member further down", "{\"o\":{\"a\":1,\"a\":1}}", "twice"),
        attack("JS-05 block comment", "{/* c */\"a\":1}", "not JSON"),
        attack("JS-06 line comment", "{\"a\":1} // c", "not JSON"),
        attack("JS-07 overlong UTF-8", bytes("{\"a\":\"", 0xC0, 0xAF, "\"}"), "not UTF-8 (byte 6)"),
        attack("JS-08 UTF-16", "{\"a\":1}".getBytes(UTF_16LE), "not JSON"),
        attack("JS-09 UTF-16 with its mark", bytes(0xFF, 0xFE, "{"), "not UTF-8 (byte 0)"),
        attack("JS-10 byte order mark", bytes(0xEF, 0xBB, 0xBF, "{}"), "byte order mark"),
        attack("JS-11 lone high surrogate", "{\"a\":\"\\ud800\"}", "surrogate"),
        attack("JS-12 lone low surrogate", "{\"a\":\"\\udc00x\"}", "surrogate"),
        attack("JS-13 lone surrogate in a name", "{\"\\ud800\":1}", "surrogate"),
        attack("JS-14 surrogate as UTF-8", bytes("{\"", 0xED, 0xA0, 0x80, "\":1}"), "not UTF-8"),
        attack("JS-15 beyond a double", "{\"a\":1e400}", "a number"),
        attack("JS-16 long number", "{\"a\":" + "9".repeat(2_000) + "}", "a number"),
        attack("JS-17 integer beyond a double", "{\"a\":1" + "0".repeat(309) + "}", "a number"),
        attack("JS-18 huge exponent", "{\"a\":1e999999999999}", "a number"),
        attack("JS-19 tiny exponent", "{\"a\":1e-999}", "a number"),
        attack("JS-20 nesting of 500", nested(500), "nested deeper than 32"),
        attack("JS-21 nesting of 100,000", nested(100_000), "nested deeper than 32"),
        attack("JS-22 trailing brace", "{}}", "not JSON"),
        attack("JS-23 trailing document", "{} {}", "something follows"),
        attack("JS-24 single quotes", "{'a':1}", "not JSON"),
        attack("JS-25 unquoted name", "{a:1}", "not JSON"),
        attack("JS-26 NaN", "{\"a\":NaN}", "not JSON"),
        attack("JS-27 Infinity", "{\"a\":-Infinity}", "not JSON"),
        attack("JS-28 leading zeros", "{\"a\":007}", "not JSON"),
        attack("JS-29 leading plus", "{\"a\":+7}", "not JSON"),
        attack("JS-30 leading point", "{\"a\":.7}", "not JSON"),
        attack("JS-31 trailing point", "{\"a\":7.}", "not JSON"),
        attack("JS-32 hexadecimal", "{\"a\":0x10}", "not JSON"),
        attack("JS-33 trailing comma", "{\"a\":1,}", "not JSON"),
        attack("JS-34 missing value", "{\"a\":}", "not JSON"),
        attack("JS-35 control character", "{\"a\":\"\n\"}", "not JSON"),
        attack("JS-36 NUL", "{\"a\":\"\0\"}", "not JSON"),
        attack("JS-37 unknown escape", "{\"a\":\"\\x41\"}", "not JSON"),
        attack("JS-38 invalid UTF-8", bytes("{\"a\":\"", 0xFF, "\"}"), "not UTF-8 (byte 6)"),
        attack("JS-39 cut within a character", bytes("{\"a\":\"", 0xE2, 0x82), "not UTF-8"),
        attack("JS-40 empty body", "", "empty"),
        attack("JS-41 blank body", " \n ", "not a JSON object"),
        attack("JS-42 null", "null", "not a JSON object"),
        attack("JS-43 list", "[{}]", "not a JSON object"),
        attack("JS-44 string", "\"{}\"", "not a JSON object"),
        attack("JS-45 cut off", "{\"a\":{\"b\":1", "ends too early"),
        attack("JS-46 null in a list", "{\"a\":[1,null]}", "a list holds null"),
        attack("JS-47 too many values", "{\"a\":[0" + ",0".repeat(100_000) + "]}", "more than"),
        attack("JS-48 long string", "{\"a\":\"" + "x".repeat(65_537) + "\"}", "a string has"),
        attack("JS-49 long name", "{\"" + "x".repeat(257) + "\":1}", "a member name has"),
        attack("JS-50 wrong word", "{\"a\":True}", "not JSON"),
        attack("JS-51 line separator as blank", "{\u2028}", "not JSON"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void whatIsNotStrictJsonIsRefused(String name, byte[] body, String expected) {
    assertThatThrownBy(() -> JsonReader.read(body, BOUNDS))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void aMessageSaysWhereAndRepeatsNothing() {
    assertThatThrownBy(() -> read("{\n  \"secret\": 1,\n  \"secret\": 2\n}"))
        .hasMessage("a member name stands twice in one object (line 3, column 3)");
    assertThatThrownBy(() -> read("{\"a\": secret}"))
        .hasMessageContaining("line 1")
        .hasMessageNotContaining("secret");
  }

  @Test
  void everyKindOfValueArrives() {
    Attributes members =
        read("{\"t\":\"x\",\"w\":7,\"d\":1.50,\"f\":true,\"l\":[1,\"a\"],\"o\":{\"p\":false}}");

    assertThat(members.get("t")).isEqualTo(new Value.Text("x"));
    assertThat(members.get("w")).isEqualTo(new Value.Whole(7));
    assertThat(members.get("d")).isEqualTo(new Value.Decimal(new BigDecimal("1.50")));
    assertThat(members.get("f")).isEqualTo(new Value.Flag(true));
    assertThat(members.get("l"))
        .isEqualTo(new Value.Sequence(List.of(new Value.Whole(1), new Value.Text("a"))));
    assertThat(members.get("o")).isInstanceOf(Value.Structure.class);
    assertThat(members.names()).containsExactly("t", "w", "d", "f", "l", "o");
  }

  @Test
  void aMemberThatIsNullIsAbsent() {
    assertThat(read("{\"a\":null,\"b\":1}").names()).containsExactly("b");
  }

  @Test
  void integersThatFitALongAreWholeAndLargerOnesAreExactDecimals() {
    assertThat(number("9223372036854775807")).isEqualTo(new Value.Whole(Long.MAX_VALUE));
    assertThat(number("-9223372036854775808")).isEqualTo(new Value.Whole(Long.MIN_VALUE));
    assertThat(number("9223372036854775808"))
        .isEqualTo(new Value.Decimal(new BigDecimal("9223372036854775808")));
    assertThat(number("-0")).isEqualTo(new Value.Whole(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1e2", "-1.5E-3", "1e308", "0.1"})
  void otherNumbersAreExactDecimals(String number) {
    assertThat(number(number)).isEqualTo(new Value.Decimal(new BigDecimal(number)));
  }

  @Test
  void aHundredDigitsAreTakenAndOneMoreIsNot() {
    assertThat(number("1".repeat(100))).isInstanceOf(Value.Decimal.class);
    assertThatThrownBy(() -> number("1".repeat(101))).hasMessageContaining("a number");
  }

  @Test
  void charactersBeyondTheBasicPlaneArrive() {
    assertThat(read("{\"a\":\"\\ud83d\\ude00\",\"b\":\"\u20ac\uD83D\uDE00\"}").get("a"))
        .isEqualTo(new Value.Text("\uD83D\uDE00"));
  }

  @Test
  void nestingUpToTheLimitIsTaken() {
    assertThat(read(nested(31)).names()).containsExactly("a");
    assertThatThrownBy(() -> read(nested(32))).hasMessageContaining("nested deeper than 32");
  }

  /** An object with a list of that depth in it. */
  private static String nested(int depth) {
    return "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
  }

  private static Value number(String text) {
    return read("{\"n\":" + text + "}").get("n");
  }

  private static Attributes read(String json) {
    return JsonReader.read(json.getBytes(UTF_8), BOUNDS).members();
  }

  private static Arguments attack(String name, String body, String expected) {
    return attack(name, body.getBytes(UTF_8), expected);
  }

  private static Arguments attack(String name, byte[] body, String expected) {
    return Arguments.of(name, body, expected);
  }

  private static byte[] bytes(Object... parts) {
    var result = new ByteArrayOutputStream();
    Arrays.stream(parts)
        .forEach(
            part -> {
              if (part instanceof Integer single) {
                result.write(single);
              } else {
                result.writeBytes(part.toString().getBytes(UTF_8));
              }
            });
    return result.toByteArray();
  }
}
