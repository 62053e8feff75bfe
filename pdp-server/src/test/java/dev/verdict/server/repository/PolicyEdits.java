package dev.verdict.server.repository;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A numbered sequence of edits of a small repository. Every odd one is broken, each in another of
 * several ways; every other hands the right to read from one of two users to the other.
 */
final class PolicyEdits {

  static final List<String> USERS = List.of("alice", "bob");

  private static final String FILE = "document.policy.yaml";

  private PolicyEdits() {}

  static boolean isBroken(int edit) {
    return edit % 2 == 1;
  }

  /** Who may read after a good edit. */
  static String readerAfter(int edit) {
    return USERS.get(edit / 2 % USERS.size());
  }

  /** The content of the edited file; no two edits are the same. */
  static byte[] contentAfter(int edit) {
    String good = "# edit " + edit + "\n" + SmallPolicies.documentsFor(readerAfter(edit));
    return isBroken(edit) ? broken(good, edit / 2) : good.getBytes(StandardCharsets.UTF_8);
  }

  /** Names the state of the repository after a good edit, as the server does. */
  static String revisionAfter(int edit) {
    var hash = new ContentHash();
    hash.add(FILE, contentAfter(edit));
    hash.add("offer.policy.yaml", SmallPolicies.OFFERS.getBytes(StandardCharsets.UTF_8));
    hash.add("schema.yaml", SmallPolicies.SCHEMA.getBytes(StandardCharsets.UTF_8));
    return hash.revision();
  }

  private static byte[] broken(String good, int way) {
    String text =
        switch (way % 9) {
          case 0 -> good.replace("rules:", "rules: [");
          case 1 -> good.replace("policy: document", "policy: document\npolicy: document");
          case 2 -> good + "unknown-key: 1\n";
          case 3 -> good.replace("subject.id", "subject.idd");
          case 4 -> good.replace("== '", "== 1 + '");
          case 5 -> good.replace("has(resource.pages) && ", "");
          case 6 -> good + "#".repeat(1_000_000);
          case 7 -> good.substring(0, good.indexOf("when:") + 7);
          default -> good.replace("subject.id", "(".repeat(1_000) + "subject.id");
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
