package dev.verdict.server.door.question;

import dev.verdict.server.eventual.CurrentLoop;
import dev.verdict.server.eventual.Deadline;
import dev.verdict.server.eventual.Turns;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The time that a call may take.
 *
 * @param loop goes on with calls that had to wait
 * @param longest from when all of a call is there to its answer
 */
record CallTime(CurrentLoop loop, Duration longest) {

  /**
   * Begins to run for one call, on its event loop.
   *
   * @param nobodyWaits whether the call has ended before
   */
  Deadline begin(BooleanSupplier nobodyWaits) {
    return new Deadline(loop, System::nanoTime, longest, nobodyWaits);
  }

  /** In which the work of one call is done, until its deadline. */
  Turns turns(Deadline deadline) {
    return Turns.on(loop, System::nanoTime).until(deadline);
  }
}
