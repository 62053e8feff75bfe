package dev.verdict.benchmarks.soak.traffic;

import java.util.List;

/**
 * A user of the invoicing policies.
 *
 * @param limit up to which an accountant approves; 0: none
 */
record Person(String id, String tenant, List<String> roles, long limit) {

  static final Person ALICE = new Person("alice", "acme", List.of("member"), 0);
  static final Person BOB = new Person("bob", "acme", List.of("accountant"), 10_000);
  static final Person CAROL = new Person("carol", "acme", List.of("support"), 0);
  static final Person DAVE = new Person("dave", "globex", List.of("accountant", "support"), 0);
}
