package dev.verdict.server.repository.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the git settings of whoever started the server out of it. Settings of a user or a machine
 * can redirect an address, switch off the check of certificates or name commands to run; which
 * policies are followed must depend on the server's own configuration alone.
 *
 * <p>In their place it puts what keeps the memory small. A repository on this machine is served by
 * the library within this process: it leaves out what it is asked to, and looks for no differences.
 */
final class IsolatedGitSettings extends SystemReader.Delegate {

  private IsolatedGitSettings(SystemReader machine) {
    super(machine);
  }

  /** A larger object is read piece by piece. */
  private static final int STREAMED_BYTES = 4 << 20;

  /** From now on, for the whole process: the library knows no narrower place. */
  static synchronized void install() {
    SystemReader machine = SystemReader.getInstance();
    if (!(machine instanceof IsolatedGitSettings)) {
      SystemReader.setInstance(new IsolatedGitSettings(machine));
      var memory = new WindowCacheConfig();
      memory.setPackedGitMMAP(false);
      memory.setStreamFileThreshold(STREAMED_BYTES);
      memory.install();
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS files) {
    return new NoSettings(parent, files);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS files) {
    var settings = new NoSettings(parent, files);
    settings.setBoolean("uploadpack", null, "allowfilter", true);
    settings.setBoolean("pack", null, "deltacompression", false);
    settings.setInt("pack", null, "threads", 1);
    // a copy of a repository is small and made anew before it grows: nothing runs behind a fetch
    settings.setInt("gc", null, "auto", 0);
    settings.setInt("gc", null, "autopacklimit", 0);
    settings.setBoolean("gc", null, "autodetach", false);
    return settings;
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
