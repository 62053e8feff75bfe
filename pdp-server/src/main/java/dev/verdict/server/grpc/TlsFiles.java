package dev.verdict.server.grpc;

import java.nio.file.Path;

/**
 * What a server needs to speak TLS.
 *
 * @param certificateChain PEM: the server's certificate first, then those that signed it
 * @param privateKey PEM, PKCS #8, without a password
 */
public record TlsFiles(Path certificateChain, Path privateKey) {}
