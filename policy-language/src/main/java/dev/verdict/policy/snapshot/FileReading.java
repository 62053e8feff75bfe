package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.memory.Inputs;
import dev.verdict.policy.memory.Memory;
import dev.verdict.policy.memory.Remembered;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads files of one kind, each only where its text is another one than at the last good load. The
 * nodes of a file are let go as soon as it is read: they take many times the memory of its text.
 *
 * @param <T> what such a file is read as
 */
final class FileReading<T> {

  private final Remembered<Optional<T>> read;
  private final BiFunction<YamlNode, Diagnostics, Optional<T>> reader;

  /**
   * @param reader depends on nothing but the document and the limits
   */
  FileReading(Memory memory, BiFunction<YamlNode, Diagnostics, Optional<T>> reader) {
    this.read = memory.remembered();
    this.reader = reader;
  }

  /** What the file holds; empty, and reported, where it cannot be read. */
  Optional<T> read(SourceFile file, Diagnostics diagnostics) {
    return read.get(
        file.path(),
        Inputs.values(file.text()),
        diagnostics,
        () ->
            YamlReader.read(file, diagnostics)
                .flatMap(document -> reader.apply(document, diagnostics)));
  }

  /** What can be read of several files, in their order. */
  List<T> read(List<SourceFile> files, Diagnostics diagnostics) {
    return files.stream().flatMap(file -> read(file, diagnostics).stream()).toList();
  }
}
