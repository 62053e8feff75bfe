package dev.verdict.server.repository.directory;

import dev.verdict.server.log.PrintableText;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hints by the kernel (inotify on Linux), for file systems of which it sees every change. Where it
 * cannot watch a folder, most often since a user may watch only so many, there are no hints any
 * more; the log says so once.
 */
final class FolderWatches implements ChangeHints {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatches.class);

  /** A watch takes about a kilobyte of the kernel's memory. */
  static final int MAX_FOLDERS = 20_000;

  /** On others, such as network file systems, somebody else may write. */
  private static final Set<String> LOCAL =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay");

  private static final WatchEvent.Kind<?>[] ALL = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final int maxFolders;
  private final Map<Path, WatchKey> watched = new HashMap<>();
  private @Nullable WatchService service;
  private boolean failed;

  FolderWatches() {
    this(MAX_FOLDERS);
  }

  FolderWatches(int maxFolders) {
    this.maxFolders = maxFolders;
  }

  @Override
  public boolean isCalm() {
    if (service == null) {
      return false;
    }
    boolean calm = true;
    for (WatchKey key = service.poll(); key != null; key = service.poll()) {
      calm = false;
      key.pollEvents();
      if (!key.reset()) {
        watched.values().remove(key);
      }
    }
    return calm;
  }

  @Override
  public boolean covers(Set<Path> folders) {
    if (failed) {
      return false;
    }
    if (watched.keySet().equals(folders)) {
      return true;
    }
    try {
      watch(folders);
    } catch (IOException | ClosedWatchServiceException e) {
      giveUp(folders, e);
    }
    return false;
  }

  private void watch(Set<Path> folders) throws IOException {
    if (folders.size() > maxFolders) {
      throw new IOException("more than " + maxFolders + " folders");
    }
    watched
        .entrySet()
        .removeIf(
            entry -> {
              boolean left = !folders.contains(entry.getKey());
              if (left) {
                entry.getValue().cancel();
              }
              return left;
            });
    for (Path folder : folders) {
      if (!watched.containsKey(folder)) {
        watched.put(folder, folder.register(service(folder), ALL));
      }
    }
    if (new HashSet<>(watched.values()).size() < watched.size()) {
      // one folder was moved and another took its place: the kernel knows folders, not their names
      close();
    }
  }

  /** Opened late: a directory may not be there yet when a source is made. */
  private WatchService service(Path folder) throws IOException {
    if (service == null) {
      String type = Files.getFileStore(folder).type();
      if (!LOCAL.contains(type)) {
        throw new IOException("the file system is " + type);
      }
      service = folder.getFileSystem().newWatchService();
    }
    return service;
  }

  private void giveUp(Set<Path> folders, Exception cause) {
    LOG.info(
        "event=folders_not_watched folders={} cause={} consequence=\"they are scanned at each look\"",
        folders.size(),
        PrintableText.quoted(String.valueOf(cause.getMessage())));
    close();
    failed = true;
  }

  @Override
  public void close() {
    watched.clear();
    WatchService open = service;
    service = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.debug("event=folder_watches_not_closed", e);
      }
    }
  }
}
