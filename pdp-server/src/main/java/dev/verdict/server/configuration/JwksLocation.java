package dev.verdict.server.configuration;

import java.net.URI;
import java.nio.file.Path;

/** Where an issuer's public keys are found, as a JSON Web Key Set (RFC 7517 §5). */
public sealed interface JwksLocation {

  /** Calls the method of the visitor that is for this kind of location. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of location. */
  interface Visitor<R> {

    R file(File location);

    R url(Url location);
  }

  /** A file on this machine. */
  record File(Path path) implements JwksLocation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.file(this);
    }
  }

  /** An https address; plain http only on this machine. */
  record Url(URI url) implements JwksLocation {
    public Url {
      if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
        throw new InvalidConfigurationException(
            "the address of the keys needs a host, and neither a user nor a fragment");
      }
      boolean plainButLocal =
          "http".equalsIgnoreCase(url.getScheme()) && ListenAddress.isLoopback(url.getHost());
      if (!"https".equalsIgnoreCase(url.getScheme()) && !plainButLocal) {
        throw new InvalidConfigurationException(
            "keys are fetched over https, or over http from a loopback address only: who can change"
                + " them on the way can make tokens");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.url(this);
    }
  }
}
