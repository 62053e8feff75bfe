package dev.verdict.policy.condition;

import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.data.StoredEntity;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Conversion;
import dev.verdict.policy.schema.MisnamedMember;
import dev.verdict.policy.schema.OpenActions;
import dev.verdict.policy.schema.StoredAncestry;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.text.PrintableText;
import dev.verdict.policy.work.WorkMeter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one attribute is found in a request. Immutable; equal attributes of several resource types
 * may share one.
 */
public abstract sealed class Slot
    permits ActedForSlot,
        ActionSlot,
        BuiltInSlot,
        ContextSlot,
        ContradictionSlot,
        NamesSlot,
        ResourceSlot,
        SubjectSlot {

  /** What a caller wrote is cut after so many characters. */
  private static final int MAX_SHOWN = 64;

  private final String path;

  /**
   * @param path how an author calls it, for errors
   */
  Slot(String path) {
    this.path = path;
  }

  /**
   * The value as conditions see it, {@link Absent#ABSENT}, or an {@link EvaluationError}.
   *
   * @param meter of the decision that reads it: a default of a batch costs each item anew
   */
  abstract Object read(AccessRequest request, WorkMeter meter);

  /**
   * The attribute that a request would have to hold for this slot to be sure of its value; absent
   * where it holds it, or where no attribute would change anything.
   */
  abstract Optional<AttributePath> open(AccessRequest request);

  /**
   * What the slot holds where an actor stands in the place of the subject, if it depends on that
   * subject; null where {@link #read} says it.
   *
   * @param actedFor the request of the subject
   */
  @Nullable Object readActing(AccessRequest request, AccessRequest actedFor, WorkMeter meter) {
    return null;
  }

  /** What {@link #open} says of the subject that an actor acts for, where that matters. */
  Optional<AttributePath> openActing(AccessRequest request, AccessRequest actedFor) {
    return Optional.empty();
  }

  /** The attribute, where the request says it in vain, since what is stored of it counts. */
  Optional<RequestAttribute> ignored(AccessRequest request) {
    return Optional.empty();
  }

  /** The same for an attribute that is declared so, and of which nothing is stored. */
  static Optional<AttributePath> open(
      Root root, AttributeDeclaration declaration, Attributes attributes) {
    return asserted(declaration, attributes) == null
        ? Optional.of(new AttributePath(root, declaration.name()))
        : Optional.empty();
  }

  /** Something that every request has. */
  public static Slot builtIn(BuiltIn builtIn) {
    return new BuiltInSlot(builtIn);
  }

  /**
   * An attribute of the subject.
   *
   * @param declarations by subject type
   * @param others by subject type: declared names that are nearly this one
   */
  public static SubjectSlot ofSubject(
      String path,
      Map<String, AttributeDeclaration> declarations,
      Map<String, Set<String>> others,
      StoredAttributes data) {
    return new SubjectSlot(path, declarations, others, data);
  }

  /**
   * Whether a request says something else of the subject's tenant than is stored.
   *
   * @param tenant where it is
   */
  public static Slot contradictionOf(SubjectSlot tenant) {
    return new ContradictionSlot(tenant::contradicts, tenant::openToContradiction);
  }

  /** The same of the resource's tenant. */
  public static Slot contradictionOf(ResourceSlot tenant) {
    return new ContradictionSlot(tenant::contradicts, tenant::openToContradiction);
  }

  /**
   * The subject's roles or scopes as a bit set.
   *
   * @param names where they are
   * @param index numbers those that are of interest
   */
  public static Slot names(String path, SubjectSlot names, NameIndex index) {
    return new NamesSlot(path, names, index);
  }

  /**
   * Something of the subject that an actor acts for.
   *
   * @param ofSubject where a request of that subject has it
   */
  public static Slot ofActedFor(String path, Slot ofSubject) {
    return new ActedForSlot(path, ofSubject);
  }

  /**
   * An attribute of the resource.
   *
   * @param others declared names that are nearly this one
   */
  public static ResourceSlot ofResource(
      String path, AttributeDeclaration declaration, Set<String> others, StoredAttributes data) {
    return new ResourceSlot(path, declaration, others, data);
  }

  /**
   * An attribute of the action.
   *
   * @param declarations by action
   * @param others by action: declared names that are nearly this one
   */
  public static Slot ofAction(
      String path,
      Map<String, AttributeDeclaration> declarations,
      Optional<OpenActions> open,
      Map<String, Set<String>> others,
      StoredAttributes data) {
    return new ActionSlot(path, declarations, open, others, data);
  }

  /**
   * An attribute of the context.
   *
   * @param others declared names that are nearly this one
   */
  public static Slot ofContext(
      String path, AttributeDeclaration declaration, Set<String> others, StoredAttributes data) {
    return new ContextSlot(path, declaration, others, data);
  }

  /**
   * What {@link #read} gives where there is no value: absent, unless the request says it under a
   * name that is nearly the declared one. That is an error, so that no {@code ??} and no {@code
   * has} takes for absent what somebody meant to say.
   *
   * @param others declared names that are nearly this one
   */
  final Object missing(String name, Attributes given, Set<String> others, WorkMeter meter) {
    meter.charge(given.size());
    String misspelt = given.misspelt(name, others);
    return misspelt == null
        ? Absent.ABSENT
        : new EvaluationError(
            "there is no `"
                + path
                + "`, but `"
                + PrintableText.of(misspelt, MAX_SHOWN)
                + "`, which the schema does not know");
  }

  /** The value that came with the request, where it counts. */
  static @Nullable Value asserted(AttributeDeclaration declaration, Attributes attributes) {
    return declaration.fromRequest() ? attributes.get(declaration.name()) : null;
  }

  /** Whether a value is the one that came with the request. */
  static boolean isAsserted(
      @Nullable Value value, AttributeDeclaration declaration, Attributes attributes) {
    return value != null && value == attributes.get(declaration.name());
  }

  /**
   * The entities of which a value may not say what they lie in.
   *
   * @param part that the value belongs to
   * @param brought whether it came with the request
   */
  static StoredAncestry ancestry(
      StoredAttributes data, AccessRequest request, Part part, boolean brought) {
    Hierarchy stored = data.hierarchy();
    return brought && !stored.isEmpty() && !request.entitlement().mayReplace(part)
        ? stored
        : StoredAncestry.NONE;
  }

  /** Whether a request says something else than is stored, be it that there is no value. */
  static boolean differ(@Nullable Value asserted, StoredEntity stored, String name) {
    return asserted != null && stored.has(name) && !asserted.equals(stored.getOr(name, null));
  }

  /**
   * What {@link #read} gives for a value of that declaration.
   *
   * @param stored knows the entities of which the value may not say what they lie in
   */
  final Object converted(
      AttributeDeclaration declaration,
      @Nullable Value value,
      StoredAncestry stored,
      WorkMeter meter) {
    if (value == null) {
      return Absent.ABSENT;
    }
    Object converted = Conversion.convert(value, declaration.type(), meter, stored);
    return converted == null ? mistyped(value, declaration.type()) : converted;
  }

  private EvaluationError mistyped(Value value, Type type) {
    return new EvaluationError(
        "`"
            + path
            + "` is not a `"
            + type
            + "`"
            + MisnamedMember.explain(value, type).map(why -> ": " + why).orElse(""));
  }
}
