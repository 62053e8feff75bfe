package dev.verdict.policy.evaluate;

import dev.verdict.policy.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A repository that is edited at random, as authors do: files are changed, broken, mended, added,
 * renamed and deleted. Every other edit that follows a broken state takes something back, so that
 * good states come often.
 */
final class EditedRepository {

  /** What one author writes for what another wrote; both ways. */
  private static final List<List<String>> WORDS =
      List.of(
          List.of("permit", "deny"),
          List.of("viewer", "editor"),
          List.of("isOwner", "isAuthor"),
          List.of("docs:read", "docs:write"),
          List.of("[read, write]", "read"),
          List.of("level: int?", "level: int"),
          List.of("owner: string ", "owner: { type: string, sensitive: true } "),
          List.of("{ level: 3,", "{ level: 4,"),
          List.of("f2: { in: [", "f2: { in: [f4, "),
          List.of("tenants-may-permit: [read, write]", "tenants-may-permit: [read]"),
          List.of("includes: [editor]", "includes: []"),
          List.of("subject.level > 1", "subject.level > 2"),
          List.of("resource.owner ==", "subject.name =="),
          List.of("tenant: acme", "tenant: nowhere"),
          List.of("tenant: globex", "tenant: somewhere"),
          List.of("actions: [read]", "actions: [write]"),
          List.of("expect: permit", "expect: deny"),
          List.of("warnings-as-errors: false", "warnings-as-errors: [unused-variable]"),
          List.of("unknown-properties: explain", "unknown-properties: deny"),
          List.of("editor: {}", "editor: { deprecated: gone }"));

  private final Random random;
  private final Map<String, String> others = new LinkedHashMap<>();
  private final Deque<Map<String, String>> before = new ArrayDeque<>();
  private Map<String, String> files = new TreeMap<>();

  /**
   * @param first how it is at first
   * @param other another state, of which files are taken over
   */
  EditedRepository(Random random, List<SourceFile> first, List<SourceFile> other) {
    this.random = random;
    first.forEach(file -> files.put(file.path(), file.text()));
    other.forEach(file -> others.put(file.path(), file.text()));
  }

  /** As read anew: no text is the same object as before. */
  List<SourceFile> files() {
    var read = new ArrayList<SourceFile>();
    files.forEach((path, text) -> read.add(new SourceFile(path, new String(text.toCharArray()))));
    return read;
  }

  /**
   * Edits something.
   *
   * @param broken whether the state is one that cannot be loaded
   */
  void edit(boolean broken) {
    if (broken && !before.isEmpty() && random.nextInt(4) > 0) {
      files = before.pop();
      return;
    }
    before.push(new TreeMap<>(files));
    if (random.nextInt(3) > 0) {
      reword();
      return;
    }
    String path = pick(List.copyOf(files.keySet()));
    String text = files.getOrDefault(path, "");
    switch (random.nextInt(6)) {
      case 0 -> files.put(path, "# a remark\n" + text);
      case 1 -> files.put(path, text + "\n# another remark\n");
      case 2 -> files.remove(path);
      case 3 -> rename(path, text);
      case 4 -> files.put(path, brokenText(text));
      default -> {
        String other = pick(List.copyOf(others.keySet()));
        files.put(other, others.getOrDefault(other, ""));
      }
    }
  }

  private void rename(String path, String text) {
    if (path.endsWith(".policy.yaml") || path.endsWith(".let.yaml")) {
      files.remove(path);
      files.put(
          path.startsWith("tenants/")
              ? path.replace("tenants/", "tenants/g")
              : (random.nextBoolean() ? "a/" : "z/") + path,
          text);
    }
  }

  private String brokenText(String text) {
    int at = random.nextInt(text.length() + 1);
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + pick(List.of("[", "\t", "'", " && ")) + text.substring(at);
      default -> text.replaceFirst("(?m)^.*$\n", "");
    };
  }

  /** Any words in any file: those that stand nowhere are passed over. */
  private void reword() {
    var ways = new ArrayList<Runnable>();
    files.forEach(
        (path, text) ->
            WORDS.forEach(
                words -> {
                  reword(path, text, words.get(0), words.get(1), ways);
                  reword(path, text, words.get(1), words.get(0), ways);
                }));
    if (!ways.isEmpty()) {
      pick(ways).run();
    }
  }

  private void reword(String path, String text, String from, String to, List<Runnable> ways) {
    for (int at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) {
      int found = at;
      ways.add(
          () ->
              files.put(
                  path, text.substring(0, found) + to + text.substring(found + from.length())));
    }
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
