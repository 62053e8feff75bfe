package dev.verdict.server.configuration;

import java.nio.file.Path;

/**
 * What the gRPC and the HTTP door show to prove who they are.
 *
 * @param certificate a PEM file with the certificate and those that lead to a known authority
 * @param key a PEM file with its private key, unencrypted PKCS #8
 */
public record TlsConfiguration(Path certificate, Path key) {}
