package dev.verdict.policy.check;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.schema.Schema;
import java.util.List;

/** Policies in which every name is declared and every condition is typed. */
public final class CheckedPolicySet {

  private final Schema schema;
  private final StoredAttributes data;
  private final List<CheckedRule> rules;

  CheckedPolicySet(Schema schema, StoredAttributes data, List<CheckedRule> rules) {
    this.schema = schema;
    this.data = data;
    this.rules = List.copyOf(rules);
  }

  public Schema schema() {
    return schema;
  }

  public StoredAttributes data() {
    return data;
  }

  /** By file, then in the order of the file. */
  public List<CheckedRule> rules() {
    return rules;
  }
}
