package dev.verdict.benchmarks.soak.traffic;

import static dev.verdict.benchmarks.soak.traffic.Person.ALICE;
import static dev.verdict.benchmarks.soak.traffic.Person.BOB;
import static dev.verdict.benchmarks.soak.traffic.Person.CAROL;
import static dev.verdict.benchmarks.soak.traffic.Person.DAVE;

import java.util.List;

/**
 * A question about an invoice of alice's at acme, and its answer as one reads it in the policies.
 *
 * @param person who asks for access
 * @param byGateway whether a trusted caller says who the person is; else it is the person's token
 * @param answer the code of the reason
 * @param rule that decides; empty: none does
 */
record KnownQuestion(
    Person person,
    boolean byGateway,
    String action,
    String amount,
    String status,
    String answer,
    String rule) {

  private static final String PERMITTED = "permitted";

  static final List<KnownQuestion> ALL =
      List.of(
          ofToken(ALICE, "read", "100", "draft", PERMITTED, "owner-reads"),
          ofGateway(BOB, "approve", "1200.50", "sent", PERMITTED, "accountant-approves"),
          ofToken(ALICE, "update", "100", "sent", "no_rule_matched", ""),
          ofGateway(BOB, "approve", "10000.01", "sent", "no_rule_matched", ""),
          ofToken(ALICE, "approve", "100", "sent", "denied_by_rule", "never-approve-own"),
          ofGateway(BOB, "approve", "100", "locked", "denied_by_rule", "locked"),
          ofToken(CAROL, "read", "100", "paid", PERMITTED, "support-sees-masked"),
          ofGateway(DAVE, "read", "100", "paid", "tenant_mismatch", ""),
          ofToken(DAVE, "download", "100", "paid", "tenant_mismatch", ""),
          ofGateway(ALICE, "update", "100", "draft", PERMITTED, "owner-edits-draft"),
          ofToken(CAROL, "download", "100", "paid", "no_rule_matched", ""),
          ofGateway(BOB, "download", "100", "paid", PERMITTED, "accountant-reads"));

  boolean permitted() {
    return answer.equals(PERMITTED);
  }

  private static KnownQuestion ofToken(
      Person person, String action, String amount, String status, String answer, String rule) {
    return new KnownQuestion(person, false, action, amount, status, answer, rule);
  }

  private static KnownQuestion ofGateway(
      Person person, String action, String amount, String status, String answer, String rule) {
    return new KnownQuestion(person, true, action, amount, status, answer, rule);
  }
}
