package dev.verdict.policy.fuzz;

import dev.verdict.policy.DocumentedRepositories;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people and our own tests have written: where fuzzing starts from. */
final class Corpus {

  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path EXAMPLES = Path.of("../policies-examples");
  private static final Pattern CONDITION =
      Pattern.compile("^\\s*(?:when|[a-z]\\w+): ([^\\n{\\[#]*[.=(][^\\n#]*)$", Pattern.MULTILINE);
  private static final String HEADER = "=== ";

  private Corpus() {}

  /** Whole repositories, each as one text. */
  static List<String> repositories() {
    var result = new ArrayList<String>();
    result.add(joined(reference()));
    for (Path folder : folders()) {
      result.add(joined(files(folder)));
    }
    return result;
  }

  /** The repository that the reference of the language is made of. */
  static List<SourceFile> reference() {
    return DocumentedRepositories.of("language.md").wholePage();
  }

  static List<String> yaml() {
    return repositories().stream()
        .flatMap(text -> split(text).stream())
        .map(SourceFile::text)
        .filter(text -> !text.isBlank())
        .distinct()
        .toList();
  }

  static List<String> conditions() {
    return yaml().stream()
        .flatMap(text -> CONDITION.matcher(text).results())
        .map(found -> found.group(1).strip())
        .distinct()
        .toList();
  }

  static List<String> requests() {
    return List.of(
        """
        subject: { type: user, id: alice, properties: { tenant: acme, roles: [accountant], scopes: [invoices:read], approvalLimit: 1000.5, department: sales } }
        action: { name: read, properties: { soft: true } }
        resource: { type: invoice, id: '1', properties: { tenant: acme, owner: alice, amount: 12.5, status: draft, tags: [a, b], dueAt: 2026-01-01T00:00:00Z, iban: x } }
        context: { channel: kiosk }
        """,
        """
        subject: { type: user, id: bob, properties: { tenant: acme } }
        action: { name: approve }
        resource: { type: invoice, id: '2', properties: { tenant: globex, amount: 1e99, folder: { id: inbox, in: [archive] } } }
        actor: { type: agent, id: bot, properties: { tenant: acme, vendor: x, roles: [] } }
        """,
        """
        subject: { type: agent, id: bot }
        action: { name: delete, properties: { soft: 'no' } }
        resource: { type: record, id: '3', properties: { status: {}, shares: [{ with: bob, level: 3 }] } }
        """);
  }

  /** Inputs that once failed, by the target that they failed. */
  static List<String> regressions(String target) {
    Path folder = Path.of("src/test/resources/fuzz", target);
    return Files.isDirectory(folder) ? list(folder).map(Corpus::read).toList() : List.of();
  }

  /** The words that texts are made of. */
  static List<String> words(List<String> texts) {
    return texts.stream()
        .flatMap(text -> Pattern.compile("[\\w-]+|[^\\w\\s]+").matcher(text).results())
        .map(found -> found.group())
        .distinct()
        .sorted()
        .toList();
  }

  /** A repository in one text: a line with the path before each file. */
  static String joined(List<SourceFile> files) {
    return files.stream()
        .map(file -> HEADER + file.path() + "\n" + file.text() + "\n")
        .collect(Collectors.joining());
  }

  /** The files of such a text; what stands before the first is lost. */
  static List<SourceFile> split(String text) {
    return Stream.of(("\n" + text).split("\n" + HEADER))
        .skip(1)
        .map(part -> part.split("\n", 2))
        .map(part -> new SourceFile(part[0], part.length > 1 ? part[1] : ""))
        .toList();
  }

  private static List<Path> folders() {
    return Stream.concat(list(CASES), list(EXAMPLES))
        .filter(folder -> Files.exists(folder.resolve("schema.yaml")))
        .toList();
  }

  private static List<SourceFile> files(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".yaml"))
          .sorted()
          .map(
              path ->
                  new SourceFile(folder.relativize(path).toString().replace('\\', '/'), read(path)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path path) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
