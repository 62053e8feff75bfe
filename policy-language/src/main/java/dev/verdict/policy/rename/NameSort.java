package dev.verdict.policy.rename;

import dev.verdict.policy.schema.Identifier;
import java.util.Optional;
import java.util.Set;

/** What bears a name. Names of one sort and one owner are told apart by their spelling alone. */
enum NameSort {
  TYPE(RenameKind.TYPE, Set.of()),
  RECORD_TYPE(RenameKind.TYPE, Set.of()),
  SUBJECT_ATTRIBUTE(RenameKind.ATTRIBUTE, Set.of("id", "type", "roles", "scopes")),
  RESOURCE_ATTRIBUTE(RenameKind.ATTRIBUTE, Set.of("id", "type")),
  ACTION_ATTRIBUTE(RenameKind.ATTRIBUTE, Set.of("name")),
  CONTEXT_ATTRIBUTE(RenameKind.ATTRIBUTE, Set.of("now")),
  MEMBER(RenameKind.ATTRIBUTE, Set.of()),
  ACTION(RenameKind.ACTION, Set.of()),
  ROLE(RenameKind.ROLE, Set.of()),
  SCOPE(RenameKind.SCOPE, Set.of()),
  /** No name: a text that a rule compares with the values of a request. */
  TEXT(RenameKind.TYPE, Set.of());

  private final RenameKind kind;
  private final Set<String> builtIn;

  NameSort(RenameKind kind, Set<String> builtIn) {
    this.kind = kind;
    this.builtIn = builtIn;
  }

  /** What an author calls it. */
  RenameKind kind() {
    return kind;
  }

  /** Names that are always there. */
  Set<String> builtIn() {
    return builtIn;
  }

  /** What is wrong with a name of this sort; empty: nothing. */
  Optional<String> problem(String name) {
    return switch (this) {
      case TYPE -> Identifier.typeProblem(name);
      case RECORD_TYPE -> Identifier.problem(name);
      case SUBJECT_ATTRIBUTE, RESOURCE_ATTRIBUTE, ACTION_ATTRIBUTE, CONTEXT_ATTRIBUTE, MEMBER ->
          Identifier.attributeProblem(name);
      case ACTION -> Identifier.actionProblem(name);
      case ROLE, SCOPE, TEXT -> WrittenName.problem(name);
    };
  }
}
