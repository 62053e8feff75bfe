package dev.verdict.policy.check;

import dev.verdict.policy.check.role.Roles;
import dev.verdict.policy.checked.CheckedGrant;
import dev.verdict.policy.memory.Inputs;
import dev.verdict.policy.memory.Memory;
import dev.verdict.policy.memory.Remembered;
import dev.verdict.policy.schema.Schema;
import java.util.List;

/** What one check of a repository leaves to the next. */
public final class CheckMemory {

  private final Remembered<Schema> schemas;
  private final Remembered<Roles> roles;
  private final Remembered<Object> surroundings;
  private final Remembered<ResourceChecker.Result> resources;
  private final Remembered<List<CheckedGrant>> grants;

  public CheckMemory(Memory memory) {
    schemas = memory.remembered();
    roles = memory.remembered();
    surroundings = memory.remembered();
    resources = memory.remembered();
    grants = memory.remembered();
  }

  /** The schema with all actions of open sets that are mentioned. */
  Schema completed(Schema declared, MentionedActions mentioned) {
    return schemas.get(
        "schema",
        Inputs.objects(declared).andValues(mentioned.first(declared)),
        () -> OpenActionSets.complete(declared, mentioned));
  }

  /** Stands for what all policies depend on: the same object as long as nothing of it changes. */
  Object surroundings(Inputs inputs) {
    return surroundings.get("surroundings", inputs, Object::new);
  }

  Remembered<Roles> roles() {
    return roles;
  }

  /** By resource type. */
  Remembered<ResourceChecker.Result> resources() {
    return resources;
  }

  Remembered<List<CheckedGrant>> grants() {
    return grants;
  }
}
