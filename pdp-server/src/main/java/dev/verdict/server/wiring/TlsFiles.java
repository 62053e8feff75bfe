package dev.verdict.server.wiring;

import dev.verdict.server.configuration.TlsConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out whether TLS files can be used before the policies are loaded. */
final class TlsFiles {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private static final byte[] ANYTHING = {1};

  private TlsFiles() {}

  /**
   * Makes sure that the certificate and the key can be read and belong together.
   *
   * @throws IOException where they do not; the message says what to write
   */
  static void check(TlsConfiguration tls) throws IOException {
    PublicKey shown = certificate(tls.certificate()).getPublicKey();
    PrivateKey key = key(tls.key(), shown.getAlgorithm());
    try {
      if (!belongTogether(shown, key)) {
        throw new IOException(
            "`tls.key` `" + tls.key() + "` is not the key of `" + tls.certificate() + "`");
      }
    } catch (GeneralSecurityException unusable) {
      throw new IOException(
          "`tls.key` `" + tls.key() + "` cannot be used with `" + tls.certificate() + "`",
          unusable);
    }
  }

  private static Certificate certificate(Path file) throws IOException {
    byte[] content = read("tls.certificate", file);
    try {
      Collection<? extends Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(content));
      if (!chain.isEmpty()) {
        return chain.iterator().next();
      }
    } catch (GeneralSecurityException unreadable) {
      throw new IOException(noCertificate(file), unreadable);
    }
    throw new IOException(noCertificate(file));
  }

  private static String noCertificate(Path file) {
    return "`tls.certificate` `" + file + "` holds no certificate; write a PEM file";
  }

  private static PrivateKey key(Path file, String algorithm) throws IOException {
    Matcher pem = KEY.matcher(new String(read("tls.key", file), StandardCharsets.ISO_8859_1));
    if (!pem.find()) {
      throw new IOException(
          "`tls.key` `"
              + file
              + "` holds no unencrypted PKCS #8 key (`-----BEGIN PRIVATE KEY-----`);"
              + " convert it with `openssl pkcs8 -topk8 -nocrypt`");
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      throw new IOException(
          "`tls.key` `" + file + "` is no key of the kind of the certificate (" + algorithm + ")",
          unusable);
    }
  }

  private static boolean belongTogether(PublicKey shown, PrivateKey key)
      throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            switch (shown.getAlgorithm()) {
              case "EC" -> "SHA256withECDSA";
              case "RSA" -> "SHA256withRSA";
              default -> shown.getAlgorithm();
            });
    signature.initSign(key);
    signature.update(ANYTHING);
    byte[] signed = signature.sign();
    signature.initVerify(shown);
    signature.update(ANYTHING);
    return signature.verify(signed);
  }

  private static byte[] read(String setting, Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new IOException("`" + setting + "` `" + file + "` cannot be read", unreadable);
    }
  }
}
