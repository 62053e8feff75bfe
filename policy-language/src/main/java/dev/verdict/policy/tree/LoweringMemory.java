package dev.verdict.policy.tree;

import dev.verdict.policy.memory.Memory;
import dev.verdict.policy.memory.Remembered;
import java.util.List;
import java.util.Map;

/** What the lowering of one load leaves to that of the next. */
public final class LoweringMemory {

  private final Remembered<List<RuleTree>> rules;
  private final Remembered<List<GrantTree>> grants;
  private final Remembered<Map<String, GuardTree>> guards;

  private LoweringMemory(Memory memory) {
    rules = memory.remembered();
    grants = memory.remembered();
    guards = memory.remembered();
  }

  /** What lowering keeps in a memory. */
  public static LoweringMemory in(Memory memory) {
    return new LoweringMemory(memory);
  }

  /** By resource type. */
  Remembered<List<RuleTree>> rules() {
    return rules;
  }

  Remembered<List<GrantTree>> grants() {
    return grants;
  }

  /** By resource type, those of all types together. */
  Remembered<Map<String, GuardTree>> guards() {
    return guards;
  }
}
