package dev.verdict.policy.memory;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Recording;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The results of one kind of work, each under a name, from the last good load and from the one
 * under way. Used by one thread at a time.
 *
 * @param <T> an immutable result
 */
public final class Remembered<T> {

  /** Work that found more than so much is done again, so that findings do not fill the memory. */
  private static final int MAX_FINDINGS = 100;

  private record Done<T>(Inputs inputs, T result, Recording findings) {}

  private Map<String, Done<T>> kept = Map.of();
  private Map<String, Done<T>> asked = new HashMap<>();
  private Set<String> done = new HashSet<>();

  Remembered() {}

  /**
   * The result of some work, old or new; what the work reports is reported either way.
   *
   * @param name no two works of one load have the same
   * @param inputs all that the work depends on besides the limits, which belong to the memory
   * @param work gives the same result and reports the same for the same inputs
   */
  public T get(String name, Inputs inputs, Diagnostics diagnostics, Supplier<T> work) {
    Done<T> last = kept.get(name);
    if (last != null && last.inputs.areSame(inputs)) {
      last.findings.repeat(diagnostics);
      asked.put(name, last);
      return last.result;
    }
    var findings = new Recording(MAX_FINDINGS);
    T result = diagnostics.recorded(findings, work);
    done.add(name);
    if (findings.isWhole()) {
      asked.put(name, new Done<>(inputs, result, findings));
    }
    return result;
  }

  /** The same for work that has nothing to report. */
  public T get(String name, Inputs inputs, Supplier<T> work) {
    return get(name, inputs, new Diagnostics(), work);
  }

  /** The names of the work that the load under way had to do. */
  public Set<String> done() {
    return Collections.unmodifiableSet(done);
  }

  void keepAsked() {
    kept = asked;
    forgetAsked();
  }

  void forgetAsked() {
    asked = new HashMap<>();
    done = new HashSet<>();
  }

  void forgetAll() {
    kept = Map.of();
    forgetAsked();
  }
}
