package dev.verdict.policy.condition;

import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.Conversion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one attribute is read from a request. */
public abstract class Slot {

  private Slot() {}

  /** The value as conditions see it, {@link Absent#ABSENT}, or an {@link EvaluationError}. */
  abstract Object read(AccessRequest request);

  /** Something that every request has. */
  public static Slot builtIn(BuiltIn builtIn) {
    return new Slot() {
      @Override
      Object read(AccessRequest request) {
        return builtIn.read(request);
      }
    };
  }

  /**
   * An attribute of the subject.
   *
   * @param path how an author calls it, for errors
   * @param declarations by subject type
   */
  public static Slot ofSubject(
      String path, Map<String, AttributeDeclaration> declarations, StoredAttributes data) {
    return new Slot() {
      @Override
      Object read(AccessRequest request) {
        Entity subject = request.subject();
        AttributeDeclaration declaration = declarations.get(subject.type());
        if (declaration == null) {
          return Absent.ABSENT;
        }
        Value value = asserted(declaration, subject.attributes());
        return converted(
            path,
            declaration,
            value == null && declaration.fromData()
                ? data.ofSubject(subject.type(), subject.id()).get(declaration.name())
                : value);
      }
    };
  }

  /** An attribute of the resource. */
  public static Slot ofResource(
      String path, AttributeDeclaration declaration, StoredAttributes data) {
    return new Slot() {
      @Override
      Object read(AccessRequest request) {
        Entity resource = request.resource();
        Value value = asserted(declaration, resource.attributes());
        return converted(
            path,
            declaration,
            value == null && declaration.fromData()
                ? data.ofResource(resource.type(), resource.id()).get(declaration.name())
                : value);
      }
    };
  }

  /**
   * An attribute of the action.
   *
   * @param path how an author calls it, for errors
   * @param declarations by action
   */
  public static Slot ofAction(String path, Map<String, AttributeDeclaration> declarations) {
    return new Slot() {
      @Override
      Object read(AccessRequest request) {
        AttributeDeclaration declaration = declarations.get(request.action().name());
        return declaration == null
            ? Absent.ABSENT
            : converted(path, declaration, asserted(declaration, request.action().attributes()));
      }
    };
  }

  /** An attribute of the context. */
  public static Slot ofContext(String path, AttributeDeclaration declaration) {
    return new Slot() {
      @Override
      Object read(AccessRequest request) {
        return converted(path, declaration, asserted(declaration, request.context()));
      }
    };
  }

  private static @Nullable Value asserted(AttributeDeclaration declaration, Attributes attributes) {
    return declaration.fromRequest() ? attributes.get(declaration.name()) : null;
  }

  private static Object converted(
      String path, AttributeDeclaration declaration, @Nullable Value value) {
    if (value == null) {
      return Absent.ABSENT;
    }
    Object converted = Conversion.convert(value, declaration.type());
    return converted == null
        ? new EvaluationError("`" + path + "` is not a `" + declaration.type() + "`")
        : converted;
  }
}
