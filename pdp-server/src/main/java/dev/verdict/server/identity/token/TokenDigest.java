package dev.verdict.server.identity.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Stands for a token where tokens are remembered: the whole of its SHA-256 digest and its length.
 * The token itself is a secret and is not kept.
 */
record TokenDigest(int length, long first, long second, long third, long fourth) {

  static TokenDigest of(String token) {
    // what is not ASCII becomes `?`, which stands in no token that was ever accepted
    byte[] bytes = token.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer digest = ByteBuffer.wrap(sha256().digest(bytes));
    return new TokenDigest(
        bytes.length, digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
  }

  /** Any part of a digest is as good a hash as another. */
  @Override
  public int hashCode() {
    return (int) first;
  }

  /** No content: it would tell two tokens apart in a log. */
  @Override
  public String toString() {
    return "TokenDigest[" + length + " characters]";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
