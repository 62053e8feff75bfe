package dev.verdict.policy.analyse;

import dev.verdict.policy.file.DeclaredNames;
import dev.verdict.policy.memory.Memory;
import dev.verdict.policy.memory.Remembered;

/** What the analysis of one load leaves to that of the next. */
public final class AnalysisMemory {

  private final Remembered<DeclaredNames.Notes> resources;

  public AnalysisMemory(Memory memory) {
    resources = memory.remembered();
  }

  /** By resource type, what its rules add to the notes of the whole repository. */
  Remembered<DeclaredNames.Notes> resources() {
    return resources;
  }
}
