package dev.verdict.policy.file;

import java.util.Optional;

/** Which tenant a file of the repository speaks for, by its path: {@code tenants/<tenant>/..}. */
final class TenantFolder {

  private static final String ROOT = "tenants/";

  private TenantFolder() {}

  /** Whether the file lies where only overlays may. */
  static boolean holds(String path) {
    return path.startsWith(ROOT);
  }

  /** The tenant; absent where the file lies in no tenant's folder. */
  static Optional<String> tenant(String path) {
    int end = path.indexOf('/', ROOT.length());
    return holds(path) && end > ROOT.length()
        ? Optional.of(path.substring(ROOT.length(), end))
        : Optional.empty();
  }
}
