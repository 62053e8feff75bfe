package dev.verdict.server.repository.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the git settings of whoever started the server out of it. Settings of a user or a machine
 * can redirect an address, switch off the check of certificates or name commands to run; which
 * policies are followed must depend on the server's own configuration alone.
 */
final class IsolatedGitSettings extends SystemReader.Delegate {

  private IsolatedGitSettings(SystemReader machine) {
    super(machine);
  }

  /** From now on, for the whole process: the library knows no narrower place. */
  static synchronized void install() {
    SystemReader machine = SystemReader.getInstance();
    if (!(machine instanceof IsolatedGitSettings)) {
      SystemReader.setInstance(new IsolatedGitSettings(machine));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS files) {
    return new NoSettings(parent, files);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS files) {
    return new NoSettings(parent, files);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS files) {
    return new NoSettings(parent, files);
  }

  @Override
  public @Nullable String getenv(String variable) {
    return variable.startsWith("GIT_") ? null : super.getenv(variable);
  }

  /** Settings without a file. */
  private static final class NoSettings extends FileBasedConfig {

    NoSettings(Config parent, FS files) {
      super(parent, null, files);
    }

    @Override
    public void load() {
      // there is nothing to load
    }

    @Override
    public void save() {
      // and nothing to keep
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
