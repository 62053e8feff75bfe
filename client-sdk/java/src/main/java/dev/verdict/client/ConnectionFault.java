package dev.verdict.client;

import io.grpc.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with a connection. gRPC says only "io exception" and keeps what happened in
 * the causes; a server that does not speak HTTP/2 shows in the first bytes that it sent.
 */
final class ConnectionFault {

  private static final Pattern FIRST_BYTES =
      Pattern.compile(
          "First received frame was not SETTINGS\\. Hex dump for first 5 bytes: (\\w+)");

  private static final String HTTP = "48545450";
  private static final String TLS_ALERT = "1503";

  private ConnectionFault() {}

  /** What happened and what to do, in half a sentence; empty where the connection is sound. */
  static Optional<String> of(Status status) {
    for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
      Optional<String> known = known(cause);
      if (known.isPresent()) {
        return known;
      }
    }
    return status.getCode() == Status.Code.UNAVAILABLE && isClosed(status.getDescription())
        ? Optional.of(
            "it closed the connection at once; is this the gRPC port, and does one of the two sides"
                + " alone use TLS?")
        : Optional.empty();
  }

  /** In the words of gRPC. */
  private static boolean isClosed(@Nullable String description) {
    return description != null
        && (description.equals("Network closed for unknown reason")
            || description.startsWith("Connection closing while performing protocol negotiation"));
  }

  private static Optional<String> known(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return Optional.of("the name has no address; is it spelled right?");
    }
    if (cause instanceof ConnectException) {
      return Optional.of(
          "the connection was refused or came to nothing; is the PDP running, and is this its gRPC"
              + " port?");
    }
    if (cause instanceof SSLException || cause instanceof CertificateException) {
      return Optional.of(ofTls(cause));
    }
    if (isBrokenOff(cause)) {
      return Optional.of(
          "the connection was broken off; where that happens each time: is this the gRPC port, and"
              + " does one of the two sides alone use TLS?");
    }
    return Optional.ofNullable(cause.getMessage())
        .map(FIRST_BYTES::matcher)
        .filter(Matcher::find)
        .map(first -> ofFirstBytes(first.group(1)));
  }

  /** A server that refuses what it reads may break off before its refusal is read here. */
  private static boolean isBrokenOff(Throwable cause) {
    String message = cause.getMessage();
    return cause instanceof IOException
        && message != null
        && (message.contains("Connection reset") || message.contains("Broken pipe"));
  }

  private static String ofFirstBytes(String hex) {
    if (hex.startsWith(HTTP)) {
      return "an HTTP/1 server answered; name the gRPC port of the PDP, not its HTTP port";
    }
    return hex.startsWith(TLS_ALERT)
        ? "it speaks TLS and this client does not; leave out `plaintext()`"
        : "what answered does not speak gRPC; is this the gRPC port of the PDP?";
  }

  /** INVARIANT: the message of an exception holds no token and no value of a request. */
  private static String ofTls(Throwable outer) {
    String said = "";
    for (Throwable cause = outer; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return "its certificate has expired";
      }
      said += " " + cause.getClass().getSimpleName() + " " + cause.getMessage();
    }
    if (said.contains("NotSslRecordException")) {
      return "it does not speak TLS; say `plaintext()`, or turn TLS on at the PDP";
    }
    if (said.contains("No subject alternative") || said.contains("No name matching")) {
      return "its certificate is for another name; use a name that stands in the certificate";
    }
    if (said.contains("PKIX") || said.contains("CertPath")) {
      return "its certificate is not trusted; name those that signed it with `trust(..)`";
    }
    return said.contains("ALERT")
        ? "it broke the TLS handshake off; does it want a certificate of this client"
            + " (`clientCertificate(..)`), or not accept this one?"
        : "the TLS handshake failed";
  }
}
