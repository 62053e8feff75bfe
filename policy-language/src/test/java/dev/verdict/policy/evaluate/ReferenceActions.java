package dev.verdict.policy.evaluate;

import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which names a resource type takes for actions, and which rules speak of one, name by name. */
final class ReferenceActions {

  private ReferenceActions() {}

  /** Whether a request may name the action. */
  static boolean takes(ResourceType type, String name) {
    Collection<String> known = type.actions().keySet();
    if (type.open().isEmpty() || (known.contains(name) && !name.contains("*"))) {
      return known.contains(name);
    }
    boolean malformed =
        !name.matches("[A-Za-z_][A-Za-z0-9_.:/-]{0,127}")
            || (name.contains("/")
                && List.of(name.split("/", -1)).stream()
                    .anyMatch(List.of("", ".", "..")::contains));
    return !malformed && known.stream().noneMatch(other -> isOtherSpelling(name, other));
  }

  /** Of a name, or of what a pattern begins with. */
  private static boolean isOtherSpelling(String name, String known) {
    String prefix = known.replace("*", "");
    return known.contains("*")
        ? folded(name).startsWith(folded(prefix)) && !name.startsWith(prefix)
        : folded(name).equals(folded(known));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }

  /** Whether a list of names and patterns has the action. */
  static boolean covers(Collection<String> listed, String name) {
    return listed.stream()
        .anyMatch(
            each ->
                each.endsWith("*")
                    ? name.startsWith(each.substring(0, each.length() - 1))
                        && name.length() >= each.length()
                    : each.equals(name));
  }

  /** Whether it may change the resource: all may that are not declared to read. */
  static boolean writes(ResourceType type, String name) {
    return Optional.ofNullable(type.actions().get(name))
        .map(ActionDeclaration::writes)
        .orElse(true);
  }

  /** Its attributes; of a name that nothing declares, those of any write. */
  static Map<String, AttributeDeclaration> attributes(ResourceType type, String name) {
    ActionDeclaration known = type.actions().get(name);
    return known == null ? type.actions().get("*").attributes() : known.attributes();
  }
}
