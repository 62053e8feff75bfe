package dev.verdict.server.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The member names of one object, each to stand there once. A few are compared one by one; many are
 * kept in a set, whose cost is bounded also where somebody chose names of one hash.
 */
final class JsonNames {

  private static final int FEW = 8;

  private final byte[] document;

  /** Where each name starts and, in the lower half, ends. */
  private final long[] ranges = new long[FEW];

  /** Of names with escapes, which do not stand in the document as they are. */
  private byte @Nullable [][] unescaped;

  private int count;
  private @Nullable Set<String> many;

  JsonNames(byte[] document) {
    this.document = document;
  }

  /** Forgets the names of the object before. */
  void clear() {
    count = 0;
    many = null;
    unescaped = null;
  }

  /** Adds a name; false where it is there already. */
  boolean add(JsonText name) {
    if (many != null) {
      return many.add(name.decoded());
    }
    for (int i = 0; i < count; i++) {
      if (name.is(source(i), start(i), end(i))) {
        return false;
      }
    }
    if (count == FEW) {
      many = decoded();
      return many.add(name.decoded());
    }
    keep(name);
    return true;
  }

  private void keep(JsonText name) {
    if (name.source() != document) {
      if (unescaped == null) {
        unescaped = new byte[FEW][];
      }
      unescaped[count] = name.source();
    }
    ranges[count++] = ((long) name.start() << Integer.SIZE) | name.end();
  }

  private Set<String> decoded() {
    var names = new HashSet<String>(4 * FEW);
    for (int i = 0; i < count; i++) {
      names.add(new String(source(i), start(i), end(i) - start(i), UTF_8));
    }
    return names;
  }

  private byte[] source(int index) {
    byte[] own = unescaped == null ? null : unescaped[index];
    return own == null ? document : own;
  }

  private int start(int index) {
    return (int) (ranges[index] >>> Integer.SIZE);
  }

  private int end(int index) {
    return (int) ranges[index];
  }
}
