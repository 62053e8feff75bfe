package dev.verdict.server.repository;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.log.PrintableText;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what becomes of the policy repository to the log, one event to a line. */
public final class RepositoryLog implements RepositoryListener {

  private static final Logger LOG = LoggerFactory.getLogger(RepositoryLog.class);
  private static final int MAX_DIAGNOSTICS = 20;

  @Override
  public void activated(Snapshot snapshot, LoadResult loaded, Duration took) {
    LOG.info(
        "event=snapshot_activated revision={} files={} rules={} tests={} milliseconds={}",
        snapshot.revision(),
        snapshot.contents().files(),
        snapshot.contents().rules(),
        snapshot.contents().tests(),
        took.toMillis());
    log(loaded.diagnostics());
  }

  @Override
  public void rejected(LoadFailure.Rejected failure) {
    LOG.error(
        "event=snapshot_rejected revision={} diagnostics={}",
        failure.revision(),
        failure.diagnostics().size());
    log(failure.diagnostics());
  }

  @Override
  public void unreachable(LoadFailure.Unreachable failure) {
    LOG.error("event=repository_unreachable reason={}", PrintableText.quoted(failure.report()));
  }

  @Override
  public void recovered(String revision) {
    LOG.info("event=repository_recovered revision={}", PrintableText.quoted(revision));
  }

  @Override
  public void polled(PollOutcome outcome) {
    LOG.debug("event=repository_polled outcome={}", outcome);
  }

  /** What an author wrote is in the messages, so it is made fit for a line. */
  private static void log(List<Diagnostic> diagnostics) {
    diagnostics.stream()
        .limit(MAX_DIAGNOSTICS)
        .forEach(
            diagnostic ->
                LOG.warn(
                    "event=diagnostic severity={} code={} at={} message={}",
                    diagnostic.severity().word(),
                    diagnostic.code().word(),
                    PrintableText.quoted(diagnostic.span().toString()),
                    PrintableText.quoted(diagnostic.message())));
    if (diagnostics.size() > MAX_DIAGNOSTICS) {
      LOG.warn("event=diagnostics_left_out count={}", diagnostics.size() - MAX_DIAGNOSTICS);
    }
  }
}
