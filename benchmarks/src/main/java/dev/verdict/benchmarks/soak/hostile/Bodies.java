package dev.verdict.benchmarks.soak.hostile;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON bodies that cost much. */
final class Bodies {

  private static final int ITEMS = 1_000;
  private static final int TEXT = 65_000;
  private static final int PART = 32_000;
  private static final int SUBJECT_TOKENS = 500;
  private static final int NESTING = 250_000;
  private static final int VALUES = 200_000;
  private static final int CACHEABLE_TEXT = 14_000;

  private Bodies() {}

  /** A long text that nearly holds a long part at every one of its places. */
  static String contains() {
    return document("search", "1", "a".repeat(TEXT), "a".repeat(PART) + "b");
  }

  /** A question that is put once, and whose decision holds on to what was sent. */
  static String distinct(Attacker attacker) {
    return document(
        "stamp", Integer.toString(attacker.random().nextInt()), "t".repeat(CACHEABLE_TEXT), "");
  }

  private static String document(String action, String id, String text, String part) {
    return """
        {"action": {"name": "%s"}, "resource": {"type": "document", "id": "%s",
         "properties": {"text": "%s", "part": "%s"}}}
        """
        .formatted(action, id, text, part);
  }

  /** A pattern is to be matched with one text for each item. */
  static String matches() {
    return documentBatch("scan", "ab".repeat(TEXT / 2), false);
  }

  /** Each item of the answer carries the text of all. */
  static String largeAnswer() {
    return documentBatch("stamp", "t".repeat(TEXT), true);
  }

  private static String documentBatch(String action, String text, boolean details) {
    return """
        {"action": {"name": "%s"}, "options": {"details": %s},
         "resource": {"type": "document", "id": "1", "properties": {"text": "%s"}},
         "evaluations": [%s]}
        """
        .formatted(action, details, text, String.join(",", Collections.nCopies(ITEMS, "{}")));
  }

  /** As many items as a batch may have, all different. */
  static String largeBatch() {
    String items =
        IntStream.range(0, ITEMS)
            .mapToObj(
                number ->
                    """
                    {"resource": {"type": "ledger", "id": "%d", "properties": {
                     "account": "account %d"}}}"""
                        .formatted(number, number))
            .collect(Collectors.joining(","));
    return """
        {"action": {"name": "audit"}, "options": {"details": true}, "evaluations": [%s]}"""
        .formatted(items);
  }

  /** Each item has a subject's token of its own, half of them forged. */
  static String subjectTokens(Attacker attacker) {
    List<String> good = attacker.tokens().subjects();
    String items =
        IntStream.range(0, SUBJECT_TOKENS)
            .mapToObj(number -> number % 2 == 0 ? good.get(number) : attacker.tokens().forged())
            .map(token -> "{\"subject_token\": \"" + token + "\"}")
            .collect(Collectors.joining(","));
    return """
        {"action": {"name": "read"}, "evaluations": [%s],
         "resource": {"type": "invoice", "id": "1", "properties": {"tenant": "acme"}}}
        """
        .formatted(items);
  }

  /** A question about a type with more rules than anybody reads, to be explained. */
  static String explain() {
    return """
        {"action": {"name": "audit"}, "options": {"explain": true},
         "resource": {"type": "ledger", "id": "1", "properties": {"account": "none"}}}
        """;
  }

  /** JSON that is too deep, has too many values, or numbers that nobody can reckon with. */
  static String oddJson(Attacker attacker) {
    return switch (attacker.random().nextInt(3)) {
      case 0 -> "{\"context\": " + "[".repeat(NESTING);
      case 1 -> "{\"context\": {\"a\": [" + "0,".repeat(VALUES) + "0]}}";
      default -> "{\"context\": {\"a\": 1e" + "9".repeat(NESTING) + "}}";
    };
  }
}
