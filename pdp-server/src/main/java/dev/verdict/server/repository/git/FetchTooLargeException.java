package dev.verdict.server.repository.git;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;

/** More would be fetched than is allowed. */
final class FetchTooLargeException extends IOException {

  private static final long serialVersionUID = 1;

  FetchTooLargeException(String message) {
    super(message);
  }

  /** The bound that a failure of the library goes back to, if it is one. */
  static Optional<FetchTooLargeException> behind(Throwable failure, FetchLimits limits) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FetchTooLargeException found) {
        return Optional.of(found);
      }
      if (cause instanceof TooLargeObjectInPackException) {
        return Optional.of(
            new FetchTooLargeException(
                "it holds an object of more than "
                    + limits.maxObjectBytes()
                    + " bytes, and its server does not leave large files out; allow that there"
                    + " (`uploadpack.allowFilter`), or keep the policies in a repository of their"
                    + " own"));
      }
    }
    return Optional.empty();
  }
}
