package dev.verdict.server.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.request.ValueSource;
import dev.verdict.server.fuzz.ByteFuzzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads as {@link JacksonReader} does, whatever the bytes: the same values, the same refusals. */
class JsonReaderFuzzTest {

  private static final JsonBounds BOUNDS = new JsonBounds(12, 60, 40, 108);

  /** First and last bytes of the ranges of RFC 3629 §4 and their neighbours, and a few of ASCII. */
  private static final int[] BYTES = {
    0x00, 0x22, 0x5C, 0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0,
    0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
  };

  @Test
  void mutatedDocumentsAreReadAlike() throws InterruptedException, IOException {
    var random = new Random(3);
    new ByteFuzzer("json", good(random, 300), JsonReaderFuzzTest::compare).run();
  }

  @Test
  void randomDocumentsAreReadAlike() {
    var random = new Random(5);
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] document = RandomJson.document(random);
      compare(document);
      taken += read(document).isPresent() ? 1 : 0;
    }
    assertThat(taken).isBetween(4_000, 19_000);
  }

  @Test
  void aDocumentThatIsCutOffAnywhereIsRefused() {
    var random = new Random(7);
    for (byte[] document : good(random, 60)) {
      for (int length = 0; length < document.length; length++) {
        byte[] cut = Arrays.copyOf(document, length);
        compare(cut);
        assertThat(read(cut)).isEmpty();
      }
    }
  }

  @Test
  void everySequenceOfBytesInAStringIsReadAlike() {
    for (int first = 0; first < 256; first++) {
      compare(text(first));
      for (int second = 0; second < 256; second++) {
        compare(text(first, second));
      }
    }
    for (int first : BYTES) {
      for (int second : BYTES) {
        for (int third : BYTES) {
          compare(text(first, second, third));
          for (int fourth : first >= 0xF0 ? BYTES : new int[0]) {
            compare(text(first, second, third, fourth));
          }
        }
      }
    }
  }

  @Test
  void everyEscapeOfOneUnitIsReadAlike() {
    for (int unit = 0; unit < 0x10000; unit++) {
      compare("{\"a\":\"\\u%04x\"}".formatted(unit).getBytes(UTF_8));
    }
    for (char letter = 0; letter < 0x80; letter++) {
      compare(("{\"a\":\"\\" + letter + "0000\"}").getBytes(UTF_8));
      compare(("{\"a\":\"\\ud83d\\" + letter + "de00\"}").getBytes(UTF_8));
      compare(("{\"a\":\"\\u00" + letter + "0\"}").getBytes(UTF_8));
    }
  }

  private static List<byte[]> good(Random random, int count) {
    return Stream.generate(() -> RandomJson.document(random))
        .filter(document -> read(document).isPresent())
        .limit(count)
        .toList();
  }

  private static byte[] text(int... bytes) {
    byte[] document = "{\"a\":\"____\"}".getBytes(UTF_8);
    byte[] text = new byte[document.length - 4 + bytes.length];
    System.arraycopy(document, 0, text, 0, 6);
    for (int i = 0; i < bytes.length; i++) {
      text[6 + i] = (byte) bytes[i];
    }
    System.arraycopy(document, 10, text, 6 + bytes.length, 2);
    return text;
  }

  private static void compare(byte[] document) {
    Optional<JsonDocument> expected = readByJackson(document);

    check(read(document).equals(expected), "read", document);
    check(skip(document) == expected.isPresent(), "skipped", document);
    check(
        expected.isEmpty() || later(document).equals(expected.get().members()),
        "read later",
        document);
  }

  /** Asked half a million times. */
  private static void check(boolean alike, String how, byte[] document) {
    if (!alike) {
      throw new AssertionError(how + " otherwise: " + new String(document, UTF_8));
    }
  }

  private static Optional<JsonDocument> readByJackson(byte[] document) {
    try {
      return Optional.of(JacksonReader.read(document, BOUNDS));
    } catch (InvalidRequestException refused) {
      return Optional.empty();
    }
  }

  private static Optional<JsonDocument> read(byte[] document) {
    try {
      return Optional.of(JsonReader.read(document, BOUNDS));
    } catch (InvalidRequestException refused) {
      return Optional.empty();
    }
  }

  /** Whether the document is taken where nothing of it is read. */
  private static boolean skip(byte[] document) {
    try {
      var json = new JsonTokens(document, BOUNDS);
      json.beginDocument();
      while (json.nextMember()) {
        json.skip();
      }
      json.endDocument();
      return true;
    } catch (InvalidRequestException refused) {
      return false;
    }
  }

  /** Its members, each read after the whole was skipped. */
  private static Attributes later(byte[] document) {
    var json = new JsonTokens(document, BOUNDS);
    var names = new ArrayList<String>();
    var places = new ArrayList<Integer>();
    json.beginDocument();
    while (json.nextMember()) {
      if (!json.isNull()) {
        names.add(json.name());
        places.add(json.place());
        json.skip();
      }
    }
    ValueSource values = json.values();
    Attributes.Builder members = Attributes.builder();
    for (int i = names.size() - 1; i >= 0; i--) {
      Value value = values.read(places.get(i));
      members.add(names.get(i), value);
    }
    return members.build();
  }
}
