package dev.verdict.server.json;

/** The kinds of JSON values (RFC 8259 §3). */
public enum JsonKind {
  OBJECT,
  LIST,
  TEXT,
  NUMBER,
  FLAG,
  NULL
}
