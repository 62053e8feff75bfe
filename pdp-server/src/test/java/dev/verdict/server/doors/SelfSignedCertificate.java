package dev.verdict.server.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.verdict.server.configuration.TlsConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A key and certificate for 127.0.0.1, made by the JDK's own tool: no key lies in the repository.
 */
public final class SelfSignedCertificate {

  private static final String PASSWORD = "only-for-this-test";

  private final KeyStore keys;
  private final Path certificate;
  private final Path key;

  private SelfSignedCertificate(KeyStore keys, Path certificate, Path key) {
    this.keys = keys;
    this.certificate = certificate;
    this.key = key;
  }

  /** Makes one, with its files in that folder. */
  public static SelfSignedCertificate in(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    generate(store);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return new SelfSignedCertificate(
        keys,
        pem(folder, "CERTIFICATE", keys.getCertificate("pdp").getEncoded()),
        pem(folder, "PRIVATE KEY", keys.getKey("pdp", PASSWORD.toCharArray()).getEncoded()));
  }

  private static void generate(Path store) throws Exception {
    var command =
        new ArrayList<String>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(
        List.of(
            "-genkeypair -alias pdp -keyalg EC -groupname secp256r1 -dname CN=pdp -validity 2 -ext"
                .split(" ", -1)));
    command.addAll(List.of("san=ip:127.0.0.1", "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", store.toString()));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    if (keytool.waitFor() != 0) {
      throw new AssertionError(output);
    }
  }

  private static Path pem(Path folder, String label, byte[] content) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        folder.resolve(label + ".pem"),
        "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
  }

  /** For a server that shows it. */
  public TlsConfiguration configuration() {
    return new TlsConfiguration(certificate, key);
  }

  /** For a caller that trusts it, as a file. */
  public Path certificate() {
    return certificate;
  }

  /** For a caller that trusts it, as a store. */
  public KeyStore keys() {
    return keys;
  }
}
