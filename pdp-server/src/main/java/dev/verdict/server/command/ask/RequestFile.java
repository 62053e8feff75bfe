package dev.verdict.server.command.ask;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.command.output.CommandFailureException;
import dev.verdict.server.door.authzen.AuthzenRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Reads the file of {@code --request}. */
final class RequestFile {

  /** More than a request can need; the HTTP door's limit is the same. */
  private static final int MAX_BYTES = 1 << 20;

  private static final String STANDARD_INPUT = "-";

  private RequestFile() {}

  /**
   * The request in a file, or in standard input where the name is {@code -}.
   *
   * @throws InvalidRequestException where it is no request
   * @throws CommandFailureException where it cannot be read
   */
  static AccessRequest read(String name, InputStream standardInput, Instant now) {
    byte[] body = name.equals(STANDARD_INPUT) ? bytes(name, standardInput) : bytes(Path.of(name));
    if (body.length > MAX_BYTES) {
      throw new InvalidRequestException("the request is larger than " + MAX_BYTES + " bytes");
    }
    return AuthzenRequest.read(body, now);
  }

  private static byte[] bytes(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return bytes(file.toString(), content);
    } catch (IOException e) {
      throw unreadable(file.toString());
    }
  }

  private static byte[] bytes(String name, InputStream content) {
    try {
      return content.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw unreadable(name);
    }
  }

  private static CommandFailureException unreadable(String name) {
    return new CommandFailureException("`" + name + "` cannot be read");
  }
}
