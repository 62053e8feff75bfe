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

/**
 * Where one attribute is found in a request. Immutable; equal attributes of several resource types
 * may share one.
 */
public abstract class Slot {

  private final String path;

  private Slot(String path) {
    this.path = path;
  }

  /** What is declared for what the request is about; null where nothing is. */
  abstract @Nullable AttributeDeclaration declaration(AccessRequest request);

  /** The value as it arrived or was stored; null where there is none. */
  abstract @Nullable Value value(AccessRequest request, AttributeDeclaration declaration);

  /** The value as it arrived or was stored; null where there is none. */
  public final @Nullable Value value(AccessRequest request) {
    AttributeDeclaration declaration = declaration(request);
    return declaration == null ? null : value(request, declaration);
  }

  /** The value as conditions see it, {@link Absent#ABSENT}, or an {@link EvaluationError}. */
  Object read(AccessRequest request) {
    AttributeDeclaration declaration = declaration(request);
    Value value = declaration == null ? null : value(request, declaration);
    if (declaration == null || value == null) {
      return Absent.ABSENT;
    }
    Object converted = Conversion.convert(value, declaration.type());
    return converted == null
        ? new EvaluationError("`" + path + "` is not a `" + declaration.type() + "`")
        : converted;
  }

  /** Something that every request has. */
  public static Slot builtIn(BuiltIn builtIn) {
    return new Slot(builtIn.name()) {
      @Override
      @Nullable AttributeDeclaration declaration(AccessRequest request) {
        return null;
      }

      @Override
      @Nullable Value value(AccessRequest request, AttributeDeclaration declaration) {
        return null;
      }

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
    return new Slot(path) {
      @Override
      @Nullable AttributeDeclaration declaration(AccessRequest request) {
        return declarations.get(request.subject().type());
      }

      @Override
      @Nullable Value value(AccessRequest request, AttributeDeclaration declaration) {
        Entity subject = request.subject();
        Value value = asserted(declaration, subject.attributes());
        return value == null && declaration.fromData()
            ? data.ofSubject(subject.type(), subject.id()).get(declaration.name())
            : value;
      }
    };
  }

  /** An attribute of the resource. */
  public static Slot ofResource(
      String path, AttributeDeclaration declaration, StoredAttributes data) {
    return new Slot(path) {
      @Override
      AttributeDeclaration declaration(AccessRequest request) {
        return declaration;
      }

      @Override
      @Nullable Value value(AccessRequest request, AttributeDeclaration declaration) {
        Entity resource = request.resource();
        Value value = asserted(declaration, resource.attributes());
        return value == null && declaration.fromData()
            ? data.ofResource(resource.type(), resource.id()).get(declaration.name())
            : value;
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
    return new Slot(path) {
      @Override
      @Nullable AttributeDeclaration declaration(AccessRequest request) {
        return declarations.get(request.action().name());
      }

      @Override
      @Nullable Value value(AccessRequest request, AttributeDeclaration declaration) {
        return asserted(declaration, request.action().attributes());
      }
    };
  }

  /** An attribute of the context. */
  public static Slot ofContext(String path, AttributeDeclaration declaration) {
    return new Slot(path) {
      @Override
      AttributeDeclaration declaration(AccessRequest request) {
        return declaration;
      }

      @Override
      @Nullable Value value(AccessRequest request, AttributeDeclaration declaration) {
        return asserted(declaration, request.context());
      }
    };
  }

  private static @Nullable Value asserted(AttributeDeclaration declaration, Attributes attributes) {
    return declaration.fromRequest() ? attributes.get(declaration.name()) : null;
  }
}
