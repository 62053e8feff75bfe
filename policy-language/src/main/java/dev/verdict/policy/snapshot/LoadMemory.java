package dev.verdict.policy.snapshot;

import dev.verdict.policy.analyse.AnalysisMemory;
import dev.verdict.policy.authortest.TestFile;
import dev.verdict.policy.check.CheckMemory;
import dev.verdict.policy.compile.CompileMemory;
import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.memory.Memory;
import dev.verdict.policy.memory.Remembered;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.tree.LoweringMemory;
import java.util.Optional;

/**
 * What the last good load of a repository leaves to the next, so that only what changed is done
 * again. Who follows a repository has one, and hands it to each load.
 *
 * <p>It holds the texts of the files of the last snapshot and what was made of them, and nothing
 * else: a load that was rejected neither adds to it nor takes from it. Not for use by several
 * threads at once.
 */
public final class LoadMemory {

  private final Memory memory = new Memory();
  private final Remembered<Optional<Schema>> schemas = memory.remembered();
  private final WrittenDeclarations declarations = new WrittenDeclarations(memory);
  private final Remembered<StoredAttributes> data = memory.remembered();
  private final Remembered<TestFile> tests = memory.remembered();
  private final CheckMemory check = new CheckMemory(memory);
  private final LoweringMemory lowering = LoweringMemory.in(memory);
  private final AnalysisMemory analysis = new AnalysisMemory(memory);
  private final CompileMemory compile = new CompileMemory(memory);
  private Optional<Limits> limits = Optional.empty();

  /** Begins a load; within other limits nothing is as it was. */
  void begin(Limits now) {
    if (!limits.equals(Optional.of(now))) {
      memory.forgetAll();
      limits = Optional.of(now);
    }
  }

  /**
   * Ends a load.
   *
   * @param good whether it made a snapshot
   */
  void end(boolean good) {
    if (good) {
      memory.keepAsked();
    } else {
      memory.forgetAsked();
    }
  }

  Remembered<Optional<Schema>> schemas() {
    return schemas;
  }

  WrittenDeclarations declarations() {
    return declarations;
  }

  Remembered<StoredAttributes> data() {
    return data;
  }

  Remembered<TestFile> tests() {
    return tests;
  }

  CheckMemory check() {
    return check;
  }

  LoweringMemory lowering() {
    return lowering;
  }

  AnalysisMemory analysis() {
    return analysis;
  }

  CompileMemory compile() {
    return compile;
  }
}
