package dev.verdict.server.door.authzen;

/** Where the endpoints are (AuthZEN 1.0 §9.1, §10.1). */
final class Paths {

  static final String EVALUATION = "/access/v1/evaluation";
  static final String EVALUATIONS = "/access/v1/evaluations";
  static final String METADATA = "/.well-known/authzen-configuration";

  private Paths() {}
}
