package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.text.NearName;
import dev.verdict.policy.text.PrintableText;
import java.util.Collection;
import java.util.Locale;

/**
 * Says which name of a request the schema does not have, and which near one it has. Names are no
 * attribute values: a caller that slipped reads in the answer what it wrote.
 */
final class UndeclaredName {

  /** What a caller wrote is cut after so many characters. */
  private static final int MAX_SHOWN = 64;

  /** Among more declared names no near one is looked for: a slip must not cost a decision much. */
  private static final int MAX_COMPARED = 200;

  private UndeclaredName() {}

  static Reason resourceType(String written, Collection<String> declared) {
    return reason(ReasonCode.UNKNOWN_RESOURCE_TYPE, "resource type", "", written, declared);
  }

  static Reason subjectType(String written, Collection<String> declared) {
    return reason(ReasonCode.UNKNOWN_SUBJECT_TYPE, "subject type", "", written, declared);
  }

  static Reason action(String written, ResourceProgram resource) {
    String where = " on resource type `" + resource.type() + "`";
    return resource
        .open()
        .flatMap(set -> set.objection(written))
        .map(why -> reason(ReasonCode.UNKNOWN_ACTION, "action", written, where + "; " + why))
        .orElseGet(
            () ->
                reason(
                    ReasonCode.UNKNOWN_ACTION,
                    "action",
                    where,
                    written,
                    resource.actions().keySet()));
  }

  /**
   * @param ofActor whether the subject is an actor in whose place it stands
   */
  static Reason property(RequestAttribute property, boolean ofActor) {
    String part =
        ofActor && property.part() == Part.SUBJECT
            ? "actor"
            : property.part().name().toLowerCase(Locale.ROOT);
    return new Reason(
        ReasonCode.UNKNOWN_PROPERTY,
        "the schema has no property `"
            + PrintableText.of(part + "." + property.name(), MAX_SHOWN)
            + "`, and this repository takes no others");
  }

  private static Reason reason(
      ReasonCode code, String kind, String where, String written, Collection<String> declared) {
    return reason(code, kind, written, where + near(written, declared));
  }

  private static Reason reason(ReasonCode code, String kind, String written, String more) {
    return new Reason(
        code,
        "the schema has no " + kind + " `" + PrintableText.of(written, MAX_SHOWN) + "`" + more);
  }

  private static String near(String written, Collection<String> declared) {
    return declared.size() > MAX_COMPARED
        ? ""
        : NearName.find(written, declared).map(name -> "; did you mean `" + name + "`?").orElse("");
  }
}
