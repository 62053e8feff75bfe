package dev.verdict.benchmarks.condition;

import dev.cel.runtime.CelVariableResolver;
import dev.verdict.benchmarks.measure.Rotation;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.jexl3.JexlContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one evaluation of one condition. The attributes lie where each way wants them: what it
 * costs to bring them there is not part of it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class ConditionBenchmark {

  /** By hand. */
  @State(Scope.Thread)
  public static class ByHand {
    private final Rotation<Object[]> slots =
        Rotation.of(Question.all(), HandWrittenCondition::slots);
  }

  /** Nodes of the policy language. */
  @State(Scope.Thread)
  public static class Nodes extends OverFrames {

    /** Compiles the condition. */
    public Nodes() {
      super(CompiledConditions.nodes(CheckedConditions.of(1)));
    }
  }

  /** A generated class. */
  @State(Scope.Thread)
  public static class HiddenClass extends OverFrames {

    /** Generates and loads the class. */
    public HiddenClass() {
      super(CompiledConditions.hiddenClasses(CheckedConditions.of(1)));
    }
  }

  /** One condition, and what it is evaluated over. */
  private abstract static class OverFrames {

    private final Node condition;
    private final Rotation<Frame> frames;

    OverFrames(CompiledConditions compiled) {
      condition = compiled.first();
      frames = Rotation.of(Question.all(), compiled::frame);
    }

    final Object evaluate() {
      return condition.evaluate(frames.next());
    }
  }

  /** JEXL. */
  @State(Scope.Thread)
  public static class Jexl {
    private final JexlCondition condition = new JexlCondition();
    private final Rotation<JexlContext> contexts =
        Rotation.of(Question.all(), JexlCondition::context);
  }

  /** CEL over maps. */
  @State(Scope.Thread)
  public static class CelMaps {
    private final CelCondition condition = CelCondition.ofMaps();
    private final Rotation<Map<String, Object>> maps =
        Rotation.of(Question.all(), CelCondition::maps);
  }

  /** CEL over variables. */
  @State(Scope.Thread)
  public static class CelVariables {
    private final CelCondition condition = CelCondition.ofVariables();
    private final Rotation<CelVariableResolver> variables =
        Rotation.of(Question.all(), CelCondition::variables);
  }

  /** Written by hand in Java. */
  @Benchmark
  public boolean handWritten(ByHand byHand) {
    return HandWrittenCondition.holds(byHand.slots.next());
  }

  /** As Verdict evaluates it. */
  @Benchmark
  public Object nodes(Nodes nodes) {
    return nodes.evaluate();
  }

  /** As Verdict might have evaluated it. */
  @Benchmark
  public Object hiddenClass(HiddenClass hiddenClass) {
    return hiddenClass.evaluate();
  }

  /** JEXL's interpreter. */
  @Benchmark
  public Object jexl(Jexl jexl) {
    return jexl.condition.evaluate(jexl.contexts.next());
  }

  /** CEL's interpreter. */
  @Benchmark
  public Object celMaps(CelMaps cel) {
    return cel.condition.evaluate(cel.maps.next());
  }

  /** CEL's planner. */
  @Benchmark
  public Object celVariables(CelVariables cel) {
    return cel.condition.evaluate(cel.variables.next());
  }
}
