package dev.verdict.policy.condition;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Conversion;
import dev.verdict.policy.work.WorkMeter;
import java.util.Map;
import java.util.Optional;
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
        NamesSlot,
        ResourceSlot,
        SubjectSlot {

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
   * where it holds it, or where no attribute would change anything. Whatever the repository stores
   * counts only where nothing comes with the request.
   */
  abstract Optional<AttributePath> open(AccessRequest request);

  /** The same for an attribute that is declared so. */
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
   */
  public static SubjectSlot ofSubject(
      String path, Map<String, AttributeDeclaration> declarations, StoredAttributes data) {
    return new SubjectSlot(path, declarations, data);
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

  /** An attribute of the resource. */
  public static Slot ofResource(
      String path, AttributeDeclaration declaration, StoredAttributes data) {
    return new ResourceSlot(path, declaration, data);
  }

  /**
   * An attribute of the action.
   *
   * @param declarations by action
   */
  public static Slot ofAction(String path, Map<String, AttributeDeclaration> declarations) {
    return new ActionSlot(path, declarations);
  }

  /** An attribute of the context. */
  public static Slot ofContext(String path, AttributeDeclaration declaration) {
    return new ContextSlot(path, declaration);
  }

  /** The value that came with the request, where it counts. */
  static @Nullable Value asserted(AttributeDeclaration declaration, Attributes attributes) {
    return declaration.fromRequest() ? attributes.get(declaration.name()) : null;
  }

  /** What {@link #read} gives for a value of that declaration. */
  final Object converted(AttributeDeclaration declaration, @Nullable Value value, WorkMeter meter) {
    if (value == null) {
      return Absent.ABSENT;
    }
    Object converted = Conversion.convert(value, declaration.type(), meter);
    return converted == null
        ? new EvaluationError("`" + path + "` is not a `" + declaration.type() + "`")
        : converted;
  }
}
