package dev.verdict.server.identity.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A key set in a file. */
public final class JwksFile implements KeySource {

  private final Path path;

  public JwksFile(Path path) {
    this.path = path;
  }

  @Override
  public byte[] read() throws KeysUnavailableException {
    if (!Files.isRegularFile(path)) {
      throw new KeysUnavailableException("there is no key set file `" + path + "`");
    }
    try (InputStream content = Files.newInputStream(path)) {
      byte[] bytes = content.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new KeysUnavailableException(
            "the key set file `" + path + "` is larger than " + MAX_BYTES + " bytes");
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new KeysUnavailableException("the key set file `" + path + "` cannot be read");
    }
  }
}
