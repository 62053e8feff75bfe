package dev.verdict.policy.authortest;

import dev.verdict.policy.source.Span;
import java.util.Optional;

/**
 * How one of the authors' tests came out.
 *
 * @param name the author's name for it
 * @param span where it stands
 * @param failure what was expected and what came instead; absent: it passed
 */
public record TestResult(String name, Span span, Optional<String> failure) {

  public boolean passed() {
    return failure.isEmpty();
  }
}
