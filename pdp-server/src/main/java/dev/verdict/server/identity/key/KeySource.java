package dev.verdict.server.identity.key;

/** Where an issuer's key set is read from. */
public interface KeySource {

  /** Largest key set, in bytes. */
  int MAX_BYTES = 512 * 1024;

  /** Reads the key set as it is now. May block: never called for a request. */
  byte[] read() throws KeysUnavailableException;
}
