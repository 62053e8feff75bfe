package dev.verdict.policy;

import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The repositories that a page of {@code docs} shows, block by block. A block that begins with
 * {@code # file: schema.yaml} is a file of the one that the whole page makes up; {@code #
 * desks/schema.yaml} is one of the repository {@code desks}, and replaces an earlier one.
 */
public final class DocumentedRepositories {

  /** The repository of the blocks that name no folder. */
  private static final String WHOLE_PAGE = "";

  private static final Pattern FENCE =
      Pattern.compile("^``` ?(\\S*)[^\\n]*\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern ANY_FENCE = Pattern.compile("```|~~~");

  private static final Pattern FILE =
      Pattern.compile("# (?:file: |([a-z-]+)/)(\\S+\\.ya?ml)\\n(.*)", Pattern.DOTALL);

  private final Map<String, Map<String, SourceFile>> repositories = new LinkedHashMap<>();
  private final List<Block> others = new ArrayList<>();

  /** A block that is no file of a repository. */
  public record Block(String language, String text) {}

  private DocumentedRepositories(String page) {
    FENCE.matcher(page).results().forEach(found -> add(found.group(1), found.group(2)));
    if (FENCE.matcher(page).results().count() * 2 != ANY_FENCE.matcher(page).results().count()) {
      throw new AssertionError("a fence is indented, not closed or of another kind");
    }
  }

  public static DocumentedRepositories of(String page) {
    try {
      return new DocumentedRepositories(Files.readString(Path.of("docs", page)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(String language, String text) {
    Matcher file = FILE.matcher(text);
    if (!language.equals("yaml") || !file.matches()) {
      others.add(new Block(language, text));
      return;
    }
    String repository = file.group(1) == null ? WHOLE_PAGE : file.group(1);
    repositories
        .computeIfAbsent(repository, name -> new LinkedHashMap<>())
        .put(file.group(2), new SourceFile(file.group(2), file.group(3)));
  }

  public List<SourceFile> wholePage() {
    return repository(WHOLE_PAGE);
  }

  /** By name; the one of the whole page has none. */
  public List<String> names() {
    return repositories.keySet().stream().filter(name -> !name.equals(WHOLE_PAGE)).toList();
  }

  public List<SourceFile> repository(String name) {
    return List.copyOf(repositories.getOrDefault(name, Map.of()).values());
  }

  public List<Block> others() {
    return List.copyOf(others);
  }
}
