package dev.verdict.server.repository;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.snapshot.FileKind;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import dev.verdict.server.log.PrintableText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes in what a policy source finds, file by file in the order of their paths, and keeps the
 * limits: nothing is read that is too large, and what cannot be read becomes a diagnostic.
 */
public final class SourceCollector {

  /** Reads a file. */
  public interface Content {

    /** At most this many bytes from its start. */
    byte[] read(int max) throws IOException;
  }

  private static final String CONTROL_CHARACTER = "the name of the file holds a control character";

  private final SourceLimits limits;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<SourceFile> files = new ArrayList<>();
  private final ContentHash hash = new ContentHash();
  private long totalBytes;
  private boolean full;

  public SourceCollector(SourceLimits limits) {
    this.limits = limits;
  }

  /** Whether a limit of the whole repository is passed, so that there is no use in going on. */
  public boolean isFull() {
    return full;
  }

  /** Takes in a YAML file; its content is asked for only where its size is within the limit. */
  public void add(String path, long size, Content content) {
    if (full) {
      return;
    }
    if (files.size() >= limits.maxFiles()) {
      refuseAll("the repository has more than " + limits.maxFiles() + " YAML files");
    } else if (totalBytes + size > limits.maxTotalBytes() && size <= limits.maxFileBytes()) {
      refuseAll("the files have more than " + limits.maxTotalBytes() + " bytes together");
    } else if (size > limits.maxFileBytes()) {
      tooLarge(path, Long.toString(size));
    } else {
      readInto(path, content);
    }
  }

  /** Takes note of a file that was not even fetched, since it is larger than the limit. */
  public void addLeftOut(String path) {
    if (!full) {
      tooLarge(path, "more than " + limits.maxFileBytes());
    }
  }

  /** Takes note of a file that must not or cannot be read. */
  public void refuse(String path, DiagnosticCode code, String message) {
    hash.addFault(path, message);
    diagnostics.report(code, Span.startOf(PrintableText.of(path)), message);
  }

  /** Gives up on the whole repository. */
  public void refuseAll(String message) {
    full = true;
    refuse("verdict.yaml", DiagnosticCode.REPOSITORY_TOO_LARGE, message);
  }

  /** What was taken in, named by its content. */
  public SourceState state() {
    return state(hash.revision());
  }

  public SourceState state(String revision) {
    return new SourceState(revision, files, diagnostics.sorted());
  }

  private void readInto(String path, Content content) {
    byte[] bytes;
    try {
      bytes = content.read(limits.maxFileBytes() + 1);
    } catch (AccessDeniedException e) {
      refuse(path, DiagnosticCode.FILE_UNREADABLE, "the file cannot be read: access is denied");
      return;
    } catch (IOException e) {
      refuse(path, DiagnosticCode.FILE_UNREADABLE, "the file cannot be read");
      return;
    }
    if (bytes.length > limits.maxFileBytes()) {
      tooLarge(path, Integer.toString(bytes.length));
      return;
    }
    totalBytes += bytes.length;
    decode(path, bytes);
  }

  private void decode(String path, byte[] bytes) {
    if (!PrintableText.isPrintable(path)) {
      refuse(path, DiagnosticCode.FILE_UNREADABLE, CONTROL_CHARACTER);
      return;
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      hash.add(path, bytes);
      files.add(new SourceFile(path, text));
    } catch (CharacterCodingException e) {
      refuseUnlessUnknown(path, DiagnosticCode.FILE_UNREADABLE, "the file is not valid UTF-8");
    }
  }

  private void tooLarge(String path, String size) {
    refuseUnlessUnknown(
        path,
        DiagnosticCode.FILE_TOO_LARGE,
        "the file has " + size + " bytes (limit " + limits.maxFileBytes() + ")");
  }

  /**
   * A file of no kind is handed over without its content: whether it is in order there is up to the
   * repository, which may ignore it.
   */
  private void refuseUnlessUnknown(String path, DiagnosticCode code, String message) {
    if (FileKind.of(path) != FileKind.UNKNOWN) {
      refuse(path, code, message);
    } else if (PrintableText.isPrintable(path)) {
      hash.add(path, new byte[0]);
      files.add(new SourceFile(path, ""));
    } else {
      refuse(path, DiagnosticCode.FILE_UNREADABLE, CONTROL_CHARACTER);
    }
  }
}
