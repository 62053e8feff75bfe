package dev.verdict.server.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The member names of the objects that are open, by their depths. */
final class OpenObjects {

  private static final @Nullable JsonNames[] NONE = {};

  private final byte[] document;
  private @Nullable JsonNames[] names = NONE;

  OpenObjects(byte[] document) {
    this.document = document;
  }

  /** Begins an object whose names are kept here. */
  void begin(int depth) {
    JsonNames own = namesAt(depth);
    if (own == null) {
      names[depth] = new JsonNames(document);
    } else {
      own.clear();
    }
  }

  /** Begins an object whose names are kept by its reader. */
  void beginKept(int depth) {
    if (namesAt(depth) != null) {
      names[depth] = null;
    }
  }

  private @Nullable JsonNames namesAt(int depth) {
    if (depth >= names.length) {
      names = Arrays.copyOf(names, 2 * depth);
    }
    return names[depth];
  }

  /** Adds a name to the object at a depth; false where it is known to be there already. */
  boolean add(int depth, JsonText name) {
    JsonNames own = names[depth];
    return own == null || own.add(name);
  }
}
