package dev.verdict.policy.rename;

import dev.verdict.policy.schema.Identifier;
import java.util.Optional;
import java.util.Set;

/** What bears a name. Names of one sort and one owner are told apart by their spelling alone. */
enum NameSort {
  TYPE(RenameKind.TYPE),
  RECORD_TYPE(RenameKind.TYPE),
  SUBJECT_ATTRIBUTE(RenameKind.ATTRIBUTE),
  RESOURCE_ATTRIBUTE(RenameKind.ATTRIBUTE),
  ACTION_ATTRIBUTE(RenameKind.ATTRIBUTE),
  CONTEXT_ATTRIBUTE(RenameKind.ATTRIBUTE),
  MEMBER(RenameKind.ATTRIBUTE),
  ACTION(RenameKind.ACTION),
  ROLE(RenameKind.ROLE),
  SCOPE(RenameKind.SCOPE),
  /** No name: a text that a rule compares with the values of a request. */
  TEXT(RenameKind.TYPE);

  private final RenameKind kind;

  NameSort(RenameKind kind) {
    this.kind = kind;
  }

  /** What an author calls it. */
  RenameKind kind() {
    return kind;
  }

  /** Names that are always there. */
  Set<String> builtIn() {
    return switch (this) {
      case SUBJECT_ATTRIBUTE -> Set.of("id", "type", "roles", "scopes");
      case RESOURCE_ATTRIBUTE -> Set.of("id", "type");
      case ACTION_ATTRIBUTE -> Set.of("name");
      case CONTEXT_ATTRIBUTE -> Set.of("now");
      case TYPE, RECORD_TYPE, MEMBER, ACTION, ROLE, SCOPE, TEXT -> Set.of();
    };
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
