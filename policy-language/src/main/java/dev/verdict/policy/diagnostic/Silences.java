package dev.verdict.policy.diagnostic;

import dev.verdict.policy.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The silences of a repository, and which of them kept something back. */
final class Silences {

  private final Map<String, List<Silence>> byFile = new HashMap<>();
  private final Set<Silence> unused = new LinkedHashSet<>();

  void add(Silence silence) {
    byFile.computeIfAbsent(silence.span().file(), file -> new ArrayList<>()).add(silence);
    unused.add(silence);
  }

  /** Whether a warning is to be kept back; what keeps it back has been of use. */
  boolean cover(DiagnosticCode code, Span place) {
    List<Silence> covering =
        byFile.getOrDefault(place.file(), List.of()).stream()
            .filter(silence -> silence.covers(code, place))
            .toList();
    covering.forEach(unused::remove);
    return !covering.isEmpty();
  }

  List<Silence> unused() {
    return List.copyOf(unused);
  }
}
