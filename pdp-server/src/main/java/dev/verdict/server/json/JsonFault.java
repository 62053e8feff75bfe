package dev.verdict.server.json;

import dev.verdict.policy.request.InvalidRequestException;

/** Says why a document is refused and where, and never repeats what was sent. */
final class JsonFault {

  private JsonFault() {}

  /** Something else than what stands there would be JSON, or the document ends there. */
  static InvalidRequestException unexpected(byte[] document, int at) {
    if (at >= document.length) {
      return new InvalidRequestException("the body is not JSON: it ends too early");
    }
    return document[at] < 0 && Utf8.length(document, at) == 0
        ? notUtf8(at)
        : of("the body is not JSON", document, at);
  }

  static InvalidRequestException notUtf8(int at) {
    return new InvalidRequestException("the body is not UTF-8 (byte " + at + ")");
  }

  /** With the line and the column of a byte, both counted from 1. */
  static InvalidRequestException of(String message, byte[] document, int at) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < at; i++) {
      boolean continues = (document[i] & 0xC0) == 0x80;
      if (document[i] == '\n') {
        line++;
        column = 1;
      } else if (!continues) {
        column++;
      }
    }
    return new InvalidRequestException(message + " (line " + line + ", column " + column + ")");
  }
}
