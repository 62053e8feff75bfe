package dev.verdict.server.command.change;

import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.OutputOption;
import dev.verdict.server.command.output.Terminal;
import dev.verdict.server.json.JsonWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verdict init}: a first policy repository to grow from. */
@Command(
    name = "init",
    description = {
      "Writes a first policy repository to grow from: a schema, roles, one policy and its tests.",
      "Its settings are strict: requests with unknown properties are refused, and warnings are",
      "errors. No file is overwritten."
    },
    exitCodeList = {
      "0:Written.",
      "1:Never; there is no question to say no to.",
      Help.USAGE_ERROR,
      "3:One of the files exists, or the folder cannot be written; then nothing was written."
    },
    footer = "  verdict init my-policies")
public final class InitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The folder to write into, made if need be. Default: the current one.")
  private Path folder = Path.of(".");

  @Override
  public Integer call() {
    FirstRepository.write(folder);
    Terminal.print(spec, output.isJson() ? json() : text());
    return ExitStatus.OK;
  }

  private String text() {
    var text = new StringBuilder();
    FirstRepository.PATHS.forEach(path -> text.append("wrote   ").append(place(path)).append('\n'));
    for (String next : new String[] {"test", "serve"}) {
      text.append("next    verdict ").append(next).append(' ').append(folder).append('\n');
    }
    return text.toString();
  }

  private String json() {
    var json = new JsonWriter().beginObject().beginList("written");
    FirstRepository.PATHS.forEach(path -> json.element(place(path).toString()));
    return json.endList().endObject().text() + "\n";
  }

  private Path place(String path) {
    return folder.resolve(path).normalize();
  }
}
