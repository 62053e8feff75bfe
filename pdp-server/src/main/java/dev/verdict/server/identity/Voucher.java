package dev.verdict.server.identity;

/** Who vouches for what a request says. */
public enum Voucher {
  /** The issuer of a verified token. */
  TOKEN,
  /** The caller, who was allowed to assert it. */
  CALLER
}
