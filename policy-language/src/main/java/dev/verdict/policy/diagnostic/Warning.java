package dev.verdict.policy.diagnostic;

import dev.verdict.policy.source.Located;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the warning that an author names. */
public final class Warning {

  private static final Map<String, DiagnosticCode> CODES =
      Arrays.stream(DiagnosticCode.values())
          .collect(Collectors.toUnmodifiableMap(DiagnosticCode::word, Function.identity()));

  private Warning() {}

  /** The warning of that name; empty, and reported, where there is none or it is an error. */
  public static Optional<DiagnosticCode> named(Located<String> name, Diagnostics diagnostics) {
    Optional<DiagnosticCode> code = Optional.ofNullable(CODES.get(name.value()));
    Optional<DiagnosticCode> warning = code.filter(found -> found.severity() == Severity.WARNING);
    if (warning.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_WARNING,
          name.span(),
          code.isPresent()
              ? "`" + name.value() + "` is an error, not a warning; errors always count"
              : "there is no warning `"
                  + name.value()
                  + "`"
                  + Suggestion.didYouMean(name.value(), words()));
    }
    return warning;
  }

  private static List<String> words() {
    return CODES.entrySet().stream()
        .filter(code -> code.getValue().severity() == Severity.WARNING)
        .map(Map.Entry::getKey)
        .toList();
  }
}
