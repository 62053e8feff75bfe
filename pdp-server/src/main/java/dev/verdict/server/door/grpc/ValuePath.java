package dev.verdict.server.door.grpc;

/**
 * Where in a message the decoder stands, as {@code resource.properties[3].value.list.values[0]}. It
 * is drawn only when something is wrong, so that a good request pays a few array writes for it.
 */
final class ValuePath {

  private final int[] indexes;
  private final boolean[] inRecord;
  private String root = "";

  /**
   * @param depth how deep it can stand
   */
  ValuePath(int depth) {
    indexes = new int[depth + 1];
    inRecord = new boolean[depth + 1];
  }

  /** Starts anew at a list of attributes of the request. */
  void enter(String attributes) {
    root = attributes;
  }

  /** Stands at an attribute of the request itself or of a record at that depth. */
  void atAttribute(int depth, int index) {
    indexes[depth] = index;
    inRecord[depth] = true;
  }

  /** Stands at an element of a list at that depth. */
  void atElement(int depth, int index) {
    indexes[depth] = index;
    inRecord[depth] = false;
  }

  /** The attribute or element at that depth. */
  String to(int depth) {
    var path = new StringBuilder(root).append('[').append(indexes[0]).append(']');
    for (int i = 1; i <= depth; i++) {
      path.append(inRecord[i - 1] ? ".value" : "")
          .append(inRecord[i] ? ".record.attributes[" : ".list.values[")
          .append(indexes[i])
          .append(']');
    }
    return path.toString();
  }

  /** The value at that depth. */
  String toValue(int depth) {
    return to(depth) + (inRecord[depth] ? ".value" : "");
  }
}
