package dev.verdict.server.door.admin;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.repository.FailedLoad;
import dev.verdict.server.repository.RepositoryStatus;
import java.time.Instant;
import java.util.Optional;

/** How the policy repository stands, as JSON. */
final class StatusDocument {

  private StatusDocument() {}

  static String of(Optional<RepositoryStatus> status) {
    JsonWriter json = new JsonWriter().beginObject().member("ready", status.isPresent());
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
        .member("tests", contents.tests())
        .endObject()
        .beginObject("lastLoad");
    if (status.lastFailure().isPresent()) {
      failed(json, status.lastFailure().get());
    } else {
      load(json, "activated", status.activeRevision(), status.activeSince());
    }
    json.endObject();
  }

  private static void failed(JsonWriter json, FailedLoad failure) {
    boolean unreachable = failure.revision().isEmpty();
    load(json, unreachable ? "unreachable" : "rejected", failure.revision(), failure.at());
    json.beginList("diagnostics");
    failure.diagnostics().forEach(diagnostic -> diagnostic(json, diagnostic));
    json.endList().member("report", failure.report());
  }

  private static void load(JsonWriter json, String outcome, String revision, Instant at) {
    json.member("outcome", outcome);
    if (!revision.isEmpty()) {
      json.member("revision", revision);
    }
    json.member("at", at.toString());
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
