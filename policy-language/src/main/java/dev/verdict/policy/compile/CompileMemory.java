package dev.verdict.policy.compile;

import dev.verdict.policy.evaluate.GrantProgram;
import dev.verdict.policy.memory.Memory;
import dev.verdict.policy.memory.Remembered;
import java.util.Set;

/** What the compilation of one load leaves to that of the next. */
public final class CompileMemory {

  private final Remembered<SlotPool> pools;
  private final Remembered<GrantProgram> grants;
  private final Remembered<CompiledResource> resources;

  public CompileMemory(Memory memory) {
    pools = memory.remembered();
    grants = memory.remembered();
    resources = memory.remembered();
  }

  /** The resource types that the load under way compiled anew. */
  public Set<String> compiled() {
    return resources.done();
  }

  /** Grows by what is looked up in it, at most to what the schema declares. */
  Remembered<SlotPool> pools() {
    return pools;
  }

  Remembered<GrantProgram> grants() {
    return grants;
  }

  /** By resource type. */
  Remembered<CompiledResource> resources() {
    return resources;
  }
}
