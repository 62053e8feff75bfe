package dev.verdict.server.command.check;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.SourceReading;
import dev.verdict.server.repository.SourceState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Loads policies again whenever a file changes, and says which files that were and what came. What
 * there is to say of a look, if anything, is what the visit gives.
 */
final class FolderWatch implements SourceReading.Visitor<Optional<String>> {

  /** What there is to say of the policies. */
  @FunctionalInterface
  interface Report {

    /** When they are loaded first. */
    String first(LoadResult result);

    /** After a change: the same, where there is no news in what stayed as it was. */
    default String next(LoadResult result) {
      return first(result);
    }
  }

  /** The time between two looks. */
  @FunctionalInterface
  interface Pause {

    /** Returns when it is over; false where there is to be no other look. */
    boolean await();
  }

  private final PolicySource source;
  private final Function<SourceState, LoadResult> loading;
  private final Report report;
  private final Consumer<String> out;
  private final Pause pause;
  private Optional<SourceState> known = Optional.empty();
  private Optional<String> trouble = Optional.empty();

  FolderWatch(
      PolicySource source,
      Function<SourceState, LoadResult> loading,
      Report report,
      Consumer<String> out,
      Pause pause) {
    this.source = source;
    this.loading = loading;
    this.report = report;
    this.out = out;
    this.pause = pause;
  }

  void run() {
    do {
      look();
    } while (pause.await());
  }

  private void look() {
    source.read(known.map(SourceState::revision)).accept(this).ifPresent(out);
  }

  @Override
  public Optional<String> read(SourceReading.Read reading) {
    SourceState state = reading.state();
    LoadResult result = loading.apply(state);
    String news =
        known
            .map(before -> changes(before, state) + report.next(result))
            .orElseGet(() -> report.first(result) + "watching; Ctrl-C ends it\n");
    trouble = Optional.empty();
    known = Optional.of(state);
    return Optional.of(news);
  }

  @Override
  public Optional<String> unchanged(SourceReading.Unchanged reading) {
    return Optional.empty();
  }

  /** Says it once: what is the same as at the last look is not news. */
  @Override
  public Optional<String> unreachable(SourceReading.Unreachable reading) {
    Optional<String> last = trouble;
    trouble = Optional.of(reading.message());
    return trouble.equals(last) ? Optional.empty() : Optional.of(reading.message() + "\n");
  }

  /** {@code changed: a.policy.yaml; added: b.policy.yaml}. */
  private static String changes(SourceState before, SourceState after) {
    Map<String, String> old = texts(before);
    Map<String, String> current = texts(after);
    var names = new HashSet<>(old.keySet());
    names.retainAll(current.keySet());
    var changes = new ArrayList<String>();
    add(
        changes,
        "changed",
        names.stream().filter(name -> !Objects.equals(old.get(name), current.get(name))).toList());
    add(
        changes,
        "added",
        current.keySet().stream().filter(name -> !old.containsKey(name)).toList());
    add(
        changes,
        "removed",
        old.keySet().stream().filter(name -> !current.containsKey(name)).toList());
    return "\n" + (changes.isEmpty() ? "looked again" : String.join("; ", changes)) + "\n";
  }

  private static void add(List<String> changes, String what, List<String> names) {
    if (!names.isEmpty()) {
      changes.add(what + ": " + names.stream().sorted().collect(Collectors.joining(", ")));
    }
  }

  private static Map<String, String> texts(SourceState state) {
    return state.files().stream()
        .collect(
            Collectors.toMap(
                SourceFile::path, SourceFile::text, (one, other) -> one, TreeMap::new));
  }
}
