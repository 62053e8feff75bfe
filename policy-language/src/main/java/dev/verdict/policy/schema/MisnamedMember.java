package dev.verdict.policy.schema;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.text.Misspelling;
import dev.verdict.policy.text.PrintableText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member of a record under a name that is nearly the declared one. Were it left out like any
 * member that nobody declared, a rule would take the declared one for absent.
 */
public final class MisnamedMember {

  private static final int MAX_SHOWN = 64;

  private MisnamedMember() {}

  /**
   * The first name of a record that is nearly that of an absent member; null where there is none.
   */
  static @Nullable String in(Attributes given, Type.Member absent, List<Type.Member> members) {
    for (String name : given.names()) {
      if (Misspelling.isOf(name, absent.name())
          && members.stream().noneMatch(each -> each.name().equals(name))) {
        return name;
      }
    }
    return null;
  }

  /** Both names, where a value is not of its type for that. */
  public static Optional<String> explain(Value value, Type type) {
    if (type instanceof Type.Structure structure && value instanceof Value.Structure given) {
      return explain(given.attributes(), structure.members());
    }
    if (type instanceof Type.ListOf list && value instanceof Value.Sequence sequence) {
      return sequence.values().stream()
          .flatMap(each -> explain(each, list.element()).stream())
          .findFirst();
    }
    return Optional.empty();
  }

  private static Optional<String> explain(Attributes given, List<Type.Member> members) {
    for (Type.Member member : members) {
      Value value = given.get(member.name());
      if (value != null) {
        Optional<String> inside = explain(value, member.type());
        if (inside.isPresent()) {
          return inside;
        }
      } else {
        String misnamed = in(given, member, members);
        if (misnamed != null) {
          return Optional.of(
              "it has no `"
                  + member.name()
                  + "`, but `"
                  + PrintableText.of(misnamed, MAX_SHOWN)
                  + "`, which the schema does not know");
        }
      }
    }
    return Optional.empty();
  }
}
