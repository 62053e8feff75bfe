package dev.verdict.server.command.show;

import dev.verdict.policy.editor.EditorSchema;
import dev.verdict.server.command.output.CommandFailureException;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verdict schema}: JSON Schemas, by which editors complete and check. */
@Command(
    name = "schema",
    description = {
      "Prints the JSON Schema (draft 2020-12) of a kind of file, by which an editor completes and",
      "checks as you type. Without KIND it lists the kinds and what their files are called."
    },
    exitCodeList = {
      "0:Done.",
      "1:Never; there is no question to say no to.",
      Help.USAGE_ERROR,
      "3:The folder cannot be written."
    },
    footer = "  verdict schema policy")
public final class SchemaCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      description = "The kind of file: ${COMPLETION-CANDIDATES}.")
  private @Nullable EditorSchema kind;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "Writes the schemas of all kinds into this folder, which is made if need be.")
  private @Nullable Path directory;

  @Override
  public Integer call() {
    Path folder = directory;
    EditorSchema wanted = kind;
    if (folder != null) {
      for (EditorSchema schema : EditorSchema.values()) {
        write(schema, folder);
      }
    } else {
      Terminal.print(spec, wanted == null ? list() : text(wanted));
    }
    return ExitStatus.OK;
  }

  private static String list() {
    var text = new StringBuilder();
    for (EditorSchema schema : EditorSchema.values()) {
      text.append(
          String.format(
              Locale.ROOT, "%-9s%-29s%s\n", schema.word(), schema.files(), schema.contents()));
    }
    return text.toString();
  }

  private static void write(EditorSchema schema, Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(schema.resource()), text(schema));
    } catch (IOException e) {
      throw new CommandFailureException("`" + folder + "` cannot be written");
    }
  }

  private static String text(EditorSchema schema) {
    try (InputStream resource = EditorSchema.class.getResourceAsStream(schema.resource())) {
      return new String(
          Objects.requireNonNull(resource, schema.resource()).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
