package dev.verdict.policy.rename;

import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what has to change outside of a repository in which something has a new name. */
final class Elsewhere {

  private static final String NOTHING = "nothing outside of the repository has to change";

  private final Schema schema;
  private final Set<String> derivedRoles;

  /**
   * @param schema until now
   * @param derivedRoles which nobody brings along
   */
  Elsewhere(Schema schema, Set<String> derivedRoles) {
    this.schema = schema;
    this.derivedRoles = Set.copyOf(derivedRoles);
  }

  /** {@code requests have to ..}. */
  String sentence(Name name, String to) {
    String quoted = Selection.quoted(to);
    return switch (name.sort()) {
      case TYPE ->
          "requests have to give the type as "
              + quoted
              + ", and the rights of callers and issuers in the server's configuration to name it so";
      case RECORD_TYPE, TEXT -> NOTHING;
      case SUBJECT_ATTRIBUTE ->
          attribute(
              name,
              to,
              "subject",
              Optional.ofNullable(schema.subjects().get(name.owner())).map(SubjectType::attributes),
              "");
      case RESOURCE_ATTRIBUTE ->
          attribute(
              name,
              to,
              "resource",
              Optional.ofNullable(schema.resources().get(name.owner()))
                  .map(ResourceType::attributes),
              "; decisions name it so among the fields");
      case ACTION_ATTRIBUTE -> brought("action", to);
      case CONTEXT_ATTRIBUTE -> "requests have to bring it as `context." + to + "`";
      case MEMBER ->
          "requests have to bring it as " + quoted + " in records of type `" + name.owner() + "`";
      case ACTION -> "requests have to ask for the action " + quoted + " of `" + name.owner() + "`";
      case ROLE ->
          derivedRoles.contains(name.text())
              ? NOTHING
              : "tokens, directories and requests have to give the role as " + quoted;
      case SCOPE -> "tokens and requests have to give the scope as " + quoted;
    };
  }

  private static String attribute(
      Name name,
      String to,
      String root,
      Optional<Map<String, AttributeDeclaration>> attributes,
      String more) {
    boolean comes =
        attributes
            .map(all -> all.get(name.text()))
            .map(AttributeDeclaration::fromRequest)
            .orElse(true);
    return comes ? brought(root, to) + more : stored(more);
  }

  private static String stored(String more) {
    return "it is stored here only, so no request changes" + more;
  }

  private static String brought(String root, String to) {
    return "requests have to bring it as `" + root + ".properties." + to + "`";
  }
}
