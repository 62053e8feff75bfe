package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what the author of a file may have meant that looks like one of a repository. */
final class UnknownFile {

  private static final List<String> ROOT_NAMES = List.of("verdict", "schema", "roles", "grants");

  private static final String FIXTURES = "tests/fixtures.yaml";

  private static final Pattern ENDING =
      Pattern.compile("(?i)(?:\\.y[aml]{1,4}(?:\\.txt)?|\\.json|\\.toml|\\.txt)?\\s*$");

  /** The end of a name that says in some other way what the file is. */
  private static final Pattern MARKER =
      Pattern.compile("(?i)^(.*?)(?:[-_. ]?(polic)(?:y|ies)|[-_. ](let|test|schema)s?)$");

  private static final Pattern KEY = Pattern.compile("([a-z-]+)\\s*:.*");

  /** Keys at the top of a file that only one kind of file has, with the end of its name. */
  private static final Map<String, String> MARKER_OF_KEY =
      Map.of(
          "policy", ".policy",
          "rules", ".policy",
          "permit", ".policy",
          "deny", ".policy",
          "let", ".let",
          "tests", ".test",
          "matrices", ".test");

  private static final Map<String, String> NAME_OF_KEY =
      Map.of("roles", "roles", "derived", "roles", "grants", "grants", "format", "verdict");

  private final SourceFile file;
  private final String folder;
  private final String stem;

  private UnknownFile(SourceFile file) {
    this.file = file;
    int slash = file.path().lastIndexOf('/');
    folder = spelled(file.path().substring(0, slash + 1));
    stem = ENDING.matcher(file.path().substring(slash + 1)).replaceFirst("").strip();
  }

  /** What is wrong, with the path that was probably meant. */
  static String message(SourceFile file) {
    return "this is no file of a policy repository, so nothing in it counts; "
        + new UnknownFile(file)
            .meant()
            .map(path -> "did you mean `" + path + "`? other files belong under")
            .orElse("rename it, or list it under")
        + " `ignore` in `verdict.yaml`";
  }

  /** Whether the text is that of a policy, whatever the file is called. */
  static boolean holdsPolicy(SourceFile file) {
    return new UnknownFile(file).keys().anyMatch("policy"::equals);
  }

  private Optional<String> meant() {
    return Stream.<Supplier<Stream<String>>>of(
            () -> Stream.of(folder + lowered() + ".yaml", lowered() + ".yaml"),
            () -> Stream.of(FIXTURES).filter(path -> holdsFixtures()),
            () -> marked(MARKER.matcher(stem)),
            () -> Stream.of("tests/" + stem + ".test.yaml").filter(path -> isAmongTests()),
            () -> keys().flatMap(key -> byKey(key).stream()),
            () -> Suggestion.nearest(stem, ROOT_NAMES).stream().map(name -> name + ".yaml"))
        .flatMap(Supplier::get)
        .filter(path -> FileKind.of(path).isLoaded() && !liesAmongTenants(path))
        .findFirst();
  }

  /** A file beside the folders of the tenants speaks for none of them. */
  private static boolean liesAmongTenants(String path) {
    return path.startsWith(FileKind.TENANTS + "/")
        && path.lastIndexOf('/') == FileKind.TENANTS.length();
  }

  /** The name with the part in lower case that says what the file is. */
  private String lowered() {
    String lower = stem.toLowerCase(Locale.ROOT);
    if (ROOT_NAMES.contains(lower)) {
      return lower;
    }
    int dot = stem.lastIndexOf('.');
    return dot < 0 ? stem : stem.substring(0, dot) + lower.substring(dot);
  }

  private Stream<String> marked(Matcher marker) {
    if (!marker.matches() || marker.group(1).isEmpty()) {
      return Stream.empty();
    }
    String kind = marker.group(2) != null ? "policy" : marker.group(3).toLowerCase(Locale.ROOT);
    return Stream.of(pathOf(marker.group(1), "." + kind));
  }

  private Optional<String> byKey(String key) {
    return Optional.ofNullable(MARKER_OF_KEY.get(key))
        .map(marker -> pathOf(stem, marker))
        .or(() -> Optional.ofNullable(NAME_OF_KEY.get(key)).map(name -> name + ".yaml"));
  }

  private String pathOf(String name, String marker) {
    boolean isStray = marker.equals(".test") && !folder.startsWith("tests/");
    return (isStray ? "tests/" : folder) + name + marker + ".yaml";
  }

  /** By its name, or among the tests by its keys. */
  private boolean holdsFixtures() {
    List<String> keys = keys().toList();
    return Suggestion.nearest(stem.toLowerCase(Locale.ROOT), List.of("fixtures")).isPresent()
        || (isAmongTests()
            && keys.stream().anyMatch(List.of("subjects", "resources")::contains)
            && keys.stream().noneMatch(List.of("tests", "matrices")::contains));
  }

  private boolean isAmongTests() {
    return folder.startsWith("tests/");
  }

  /** The keys at the top of the file, as far as they stand in lines of their own. */
  private Stream<String> keys() {
    return file.text().lines().map(KEY::matcher).filter(Matcher::matches).map(key -> key.group(1));
  }

  /** The folders that have a meaning, as they have to be written, and nothing before `tenants`. */
  private static String spelled(String folder) {
    String[] names = folder.split("/", -1);
    var result = new StringBuilder();
    for (int i = 0; i < names.length - 1; i++) {
      String lower = names[i].strip().toLowerCase(Locale.ROOT);
      if (FileKind.looksLikeTenants(names[i], i < names.length - 2)) {
        result.setLength(0);
        result.append(FileKind.TENANTS);
      } else if (i == 0 && Suggestion.nearest(lower, List.of("data", "tests")).isPresent()) {
        result.append(Suggestion.nearest(lower, List.of("data", "tests")).get());
      } else {
        result.append(names[i]);
      }
      result.append('/');
    }
    return result.toString();
  }
}
