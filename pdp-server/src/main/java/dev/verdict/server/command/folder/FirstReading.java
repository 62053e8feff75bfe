package dev.verdict.server.command.folder;

import dev.verdict.server.command.output.CommandFailureException;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.SourceReading;
import dev.verdict.server.repository.SourceState;
import java.util.Optional;

/** What a source holds, for a command that looks at it once. */
public final class FirstReading implements SourceReading.Visitor<SourceState> {

  private FirstReading() {}

  /**
   * Reads a source that nothing is known of.
   *
   * @throws CommandFailureException where it cannot be read
   */
  public static SourceState of(PolicySource source) {
    return source.read(Optional.empty()).accept(new FirstReading());
  }

  @Override
  public SourceState read(SourceReading.Read reading) {
    return reading.state();
  }

  @Override
  public SourceState unchanged(SourceReading.Unchanged reading) {
    throw new IllegalStateException("a source that nothing is known of is unchanged");
  }

  @Override
  public SourceState unreachable(SourceReading.Unreachable reading) {
    throw new CommandFailureException(reading.message());
  }
}
