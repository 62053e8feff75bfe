package dev.verdict.benchmarks.condition;

import dev.cel.common.CelException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The condition in CEL for Java, in the two ways that its users choose between. */
final class CelCondition {

  private static final String OF_MAPS =
      "subject.tenant == resource.tenant"
          + " && 'invoices:read' in subject.scopes"
          + " && (resource.owner == subject.id || 'accountant' in subject.roles)"
          + " && resource.status != 'locked'"
          + " && subject.level >= resource.level";

  private static final Map<String, CelType> VARIABLES =
      Map.of(
          "subject_id", SimpleType.STRING,
          "subject_tenant", SimpleType.STRING,
          "subject_scopes", ListType.create(SimpleType.STRING),
          "subject_roles", ListType.create(SimpleType.STRING),
          "subject_level", SimpleType.INT,
          "resource_tenant", SimpleType.STRING,
          "resource_owner", SimpleType.STRING,
          "resource_status", SimpleType.STRING,
          "resource_level", SimpleType.INT);

  private final CelRuntime.Program program;

  private CelCondition(CelCompilerBuilder compiler, CelRuntimeBuilder runtime, String expression) {
    try {
      program = runtime.build().createProgram(compiler.build().compile(expression).getAst());
    } catch (CelException impossible) {
      throw new IllegalStateException("the condition is not CEL", impossible);
    }
  }

  /** The interpreter that it has had from the start, over a map for each root. */
  static CelCondition ofMaps() {
    CelType map = MapType.create(SimpleType.STRING, SimpleType.DYN);
    return new CelCondition(
        CelCompilerFactory.standardCelCompilerBuilder()
            .addVar("subject", map)
            .addVar("resource", map),
        CelRuntimeFactory.legacyCelRuntimeBuilder(),
        OF_MAPS);
  }

  /** The planner that is to take its place, over one typed variable for each attribute. */
  static CelCondition ofVariables() {
    CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder();
    VARIABLES.forEach(compiler::addVar);
    return new CelCondition(
        compiler,
        CelRuntimeFactory.plannerRuntimeBuilder(),
        OF_MAPS.replace("subject.", "subject_").replace("resource.", "resource_"));
  }

  static Map<String, Object> maps(Question question) {
    var roots = new HashMap<String, Map<String, Object>>();
    values(question)
        .forEach(
            (name, value) -> {
              String root = name.substring(0, name.indexOf('_'));
              roots
                  .computeIfAbsent(root, wanted -> new HashMap<>())
                  .put(name.substring(root.length() + 1), value);
            });
    return Map.copyOf(roots);
  }

  static CelVariableResolver variables(Question question) {
    var values = new HashMap<String, Optional<Object>>();
    values(question).forEach((name, value) -> values.put(name, Optional.of(value)));
    return name -> values.getOrDefault(name, Optional.empty());
  }

  private static Map<String, Object> values(Question question) {
    return Map.of(
        "subject_id", question.id(),
        "subject_tenant", question.tenant(),
        "subject_scopes", question.scopes(),
        "subject_roles", question.roles(),
        "subject_level", question.level(),
        "resource_tenant", question.resourceTenant(),
        "resource_owner", question.owner(),
        "resource_status", question.status(),
        "resource_level", question.limit());
  }

  Object evaluate(Map<String, Object> maps) {
    try {
      return program.eval(maps);
    } catch (CelException wrong) {
      throw new IllegalStateException("the condition has no value", wrong);
    }
  }

  Object evaluate(CelVariableResolver variables) {
    try {
      return program.eval(variables);
    } catch (CelException wrong) {
      throw new IllegalStateException("the condition has no value", wrong);
    }
  }
}
