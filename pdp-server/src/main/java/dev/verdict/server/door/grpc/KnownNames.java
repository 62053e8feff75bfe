package dev.verdict.server.door.grpc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names of attributes, types and actions that came in messages before, so that no text has to be
 * made of them again. Holds a fixed number of short names: a new one takes the place of an old one,
 * whoever sends it, and all that is lost is the time to make a text. Safe for use by many threads
 * at once, which may not see each other's names.
 */
final class KnownNames {

  private static final int SLOTS = 1 << 10;
  private static final int MAX_LENGTH = 32;
  private static final int MULTIPLIER = 31;

  private final @Nullable Name[] names = new @Nullable Name[SLOTS];

  /** A name as it is written in a message, and its text. */
  private static final class Name {

    private final byte[] bytes;
    private final String text;

    Name(byte[] bytes, String text) {
      this.bytes = bytes;
      this.text = text;
    }
  }

  /**
   * The text of a name.
   *
   * @param start index of its first byte
   * @param end the index after its last byte
   * @return null where it is too long to be known, or not plain ASCII
   */
  @Nullable String find(byte[] message, int start, int end) {
    if (end - start > MAX_LENGTH) {
      return null;
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      if (message[i] < 0) {
        return null;
      }
      hash = MULTIPLIER * hash + message[i];
    }
    int slot = (hash ^ hash >>> Short.SIZE) & SLOTS - 1;
    Name known = names[slot];
    if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, message, start, end)) {
      return known.text;
    }
    byte[] bytes = Arrays.copyOfRange(message, start, end);
    var made = new Name(bytes, new String(bytes, StandardCharsets.ISO_8859_1));
    names[slot] = made;
    return made.text;
  }
}
