package dev.verdict.policy.syntax;

import dev.verdict.policy.source.Fragment;

/** Leaves the conversion of a tree at the first part that is not of the policy language. */
final class UnsupportedSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Fragment fragment;

  UnsupportedSyntaxException(String message, Fragment fragment) {
    super(message, null, false, false);
    this.fragment = fragment;
  }

  Fragment fragment() {
    return fragment;
  }
}
