package dev.verdict.server.repository;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import java.util.List;
import java.util.Optional;

/** A source that holds what a test puts into it. */
final class ScriptedSource implements PolicySource {

  private volatile String revision = "r0";
  private volatile String text = "good";
  private volatile List<Diagnostic> diagnostics = List.of();
  private volatile Optional<String> outage = Optional.empty();
  private volatile Optional<RuntimeException> fault = Optional.empty();
  private volatile boolean closed;

  void holds(String revision, String text) {
    this.revision = revision;
    this.text = text;
    this.diagnostics = List.of();
    this.outage = Optional.empty();
    this.fault = Optional.empty();
  }

  /** A state in which a file could not be read. */
  void holdsUnreadable(String revision, String path) {
    this.revision = revision;
    this.diagnostics =
        List.of(
            new Diagnostic(
                DiagnosticCode.FILE_UNREADABLE, "the file cannot be read", Span.startOf(path)));
  }

  void isGone(String message) {
    outage = Optional.of(message);
  }

  void fails(RuntimeException failure) {
    fault = Optional.of(failure);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public String description() {
    return "a script";
  }

  @Override
  public SourceReading read(Optional<String> known) {
    fault.ifPresent(
        failure -> {
          throw failure;
        });
    if (outage.isPresent()) {
      return new SourceReading.Unreachable(outage.get());
    }
    if (known.isPresent() && known.get().equals(revision)) {
      return new SourceReading.Unchanged();
    }
    var file = new SourceFile("invoice.policy.yaml", text);
    return new SourceReading.Read(new SourceState(revision, List.of(file), diagnostics));
  }

  @Override
  public void close() {
    closed = true;
  }
}
