package dev.verdict.server.door.admin;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.repository.LoadFailure;
import dev.verdict.server.repository.RepositoryStatus;
import java.util.List;
import java.util.Optional;

/** How the policy repository stands, as JSON. */
final class StatusDocument {

  private static final String DIAGNOSTICS = "diagnostics";

  private StatusDocument() {}

  static String of(Readiness readiness, Optional<RepositoryStatus> status) {
    JsonWriter json = new JsonWriter().beginObject().member("ready", readiness == Readiness.READY);
    status.ifPresent(known -> write(json, known));
    return json.endObject().text();
  }

  private static void write(JsonWriter json, RepositoryStatus status) {
    Snapshot.Contents contents = status.contents();
    json.member("source", status.source())
        .beginObject("active")
        .member("revision", status.activeRevision())
        .member("since", status.activeSince().toString())
        .member("files", contents.files())
        .member("policies", contents.policies())
        .member("rules", contents.rules())
        .member("tests", contents.tests());
    diagnostics(json, "warnings", status.warnings()).endObject().beginObject("lastLoad");
    if (status.lastFailure().isPresent()) {
      status.lastFailure().get().accept(new Failed(json));
    } else {
      activated(json, status);
    }
    json.endObject();
  }

  private static void activated(JsonWriter json, RepositoryStatus status) {
    json.member("outcome", "activated")
        .member("revision", status.activeRevision())
        .member("at", status.activeSince().toString());
  }

  /** Writes the members of a failure. */
  private record Failed(JsonWriter json) implements LoadFailure.Visitor<JsonWriter> {

    @Override
    public JsonWriter rejected(LoadFailure.Rejected failure) {
      json.member("outcome", "rejected")
          .member("revision", failure.revision())
          .member("at", failure.at().toString());
      return diagnostics(json, DIAGNOSTICS, failure.diagnostics())
          .member("report", failure.report());
    }

    @Override
    public JsonWriter unreachable(LoadFailure.Unreachable failure) {
      json.member("outcome", "unreachable").member("at", failure.at().toString());
      return diagnostics(json, DIAGNOSTICS, List.of()).member("report", failure.report());
    }
  }

  private static JsonWriter diagnostics(
      JsonWriter json, String name, List<Diagnostic> diagnostics) {
    json.beginList(name);
    diagnostics.forEach(diagnostic -> diagnostic(json, diagnostic));
    return json.endList();
  }

  private static void diagnostic(JsonWriter json, Diagnostic diagnostic) {
    json.beginObject()
        .member("severity", diagnostic.severity().word())
        .member("code", diagnostic.code().word())
        .member("message", diagnostic.message())
        .member("file", diagnostic.span().file())
        .member("line", diagnostic.span().line())
        .member("column", diagnostic.span().column())
        .endObject();
  }
}
