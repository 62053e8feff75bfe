package dev.verdict.server.repository;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a state of a repository by what its files hold.
 *
 * <p>The revision is what a decision is remembered under and what tells a changed repository from
 * an unchanged one, so nobody must be able to write two states with the same one: each part goes in
 * with its kind and its length, and 160 bits of the hash are kept, as many as git shows.
 */
final class ContentHash {

  private static final int KEPT_BYTES = 20;

  private final MessageDigest digest = sha256();

  /** A file that was read. Files come in the order of their paths. */
  void add(String path, byte[] content) {
    part((byte) 'p', path.getBytes(StandardCharsets.UTF_8));
    part((byte) 'c', content);
  }

  /** A file that could not be read. */
  void addFault(String path, String message) {
    part((byte) 'p', path.getBytes(StandardCharsets.UTF_8));
    part((byte) 'f', message.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code sha256:} and 40 hexadecimal digits; ends the hash. */
  String revision() {
    return "sha256:" + HexFormat.of().formatHex(digest.digest(), 0, KEPT_BYTES);
  }

  private void part(byte kind, byte[] bytes) {
    digest.update(kind);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
