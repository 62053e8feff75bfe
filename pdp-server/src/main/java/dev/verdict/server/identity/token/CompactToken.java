package dev.verdict.server.identity.token;

import dev.verdict.server.identity.RefusedTokenException;
import dev.verdict.server.identity.TokenFault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A signed token taken apart, before anything in it is believed (RFC 7515 §7.1).
 *
 * <p>Strict, so that one token has one spelling: base64url decoders commonly skip foreign
 * characters, padding and left-over bits, and a token that is spelled twice would escape lists of
 * revoked or remembered ones.
 */
final class CompactToken {

  /** Longest token, in characters. */
  static final int MAX_LENGTH = 16 * 1024;

  private static final Pattern THREE_PARTS =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private final byte[] header;
  private final byte[] claims;
  private final byte[] signature;
  private final byte[] signedBytes;

  private CompactToken(byte[] header, byte[] claims, byte[] signature, byte[] signedBytes) {
    this.header = header;
    this.claims = claims;
    this.signature = signature;
    this.signedBytes = signedBytes;
  }

  static CompactToken parse(String token) throws RefusedTokenException {
    if (token.length() > MAX_LENGTH) {
      throw new RefusedTokenException(TokenFault.TOO_LARGE);
    }
    if (!THREE_PARTS.matcher(token).matches()) {
      throw new RefusedTokenException(TokenFault.MALFORMED);
    }
    int first = token.indexOf('.');
    int second = token.lastIndexOf('.');
    return new CompactToken(
        decode(token.substring(0, first)),
        decode(token.substring(first + 1, second)),
        decode(token.substring(second + 1)),
        token.substring(0, second).getBytes(StandardCharsets.US_ASCII));
  }

  /** The first part, decoded. */
  byte[] header() {
    return header;
  }

  /** The second part, decoded. */
  byte[] claims() {
    return claims;
  }

  /** The third part, decoded. */
  byte[] signature() {
    return signature;
  }

  /** What the signature covers. */
  byte[] signedBytes() {
    return signedBytes;
  }

  private static byte[] decode(String part) throws RefusedTokenException {
    if (part.length() % 4 == 1) {
      throw new RefusedTokenException(TokenFault.MALFORMED);
    }
    byte[] bytes = Base64.getUrlDecoder().decode(part);
    if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
      throw new RefusedTokenException(TokenFault.MALFORMED);
    }
    return bytes;
  }
}
