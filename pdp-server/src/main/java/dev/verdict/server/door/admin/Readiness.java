package dev.verdict.server.door.admin;

/** Whether callers should be sent here. */
public enum Readiness {
  STARTING("not all doors take calls yet\n"),
  READY("ready\n"),
  DRAINING("the server is going down\n");

  private final String text;

  Readiness(String text) {
    this.text = text;
  }

  /** For a person who asks. */
  String text() {
    return text;
  }
}
