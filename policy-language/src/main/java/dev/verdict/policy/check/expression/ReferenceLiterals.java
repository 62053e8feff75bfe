package dev.verdict.policy.check.expression;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.schema.EntityReference;
import dev.verdict.policy.schema.Type;
import dev.verdict.policy.schema.Type.Reference;
import dev.verdict.policy.schema.Type.SetOf;
import dev.verdict.policy.schema.Type.Simple;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Takes string literals for ids, where references of one known type are expected. */
public final class ReferenceLiterals {

  private final Findings findings;

  public ReferenceLiterals(Findings findings) {
    this.findings = findings;
  }

  /** Whether an expression is a string literal, or a list of them. */
  public static boolean isLiteral(Expression expression) {
    return expression instanceof Constant constant
        && (constant.type() == Simple.STRING || constant.type().equals(new SetOf(Simple.STRING)));
  }

  /**
   * The expression, or the references that its literals stand for.
   *
   * @param beside what it meets: of that type of references, or a set or list of them
   */
  public Optional<Expression> beside(Type beside, Expression expression) {
    Type type = Types.elementOf(beside).orElse(beside);
    return type instanceof Reference reference && isLiteral(expression)
        ? references(reference, (Constant) expression)
        : Optional.of(expression);
  }

  /** The references that literals stand for; absent, and reported, where one cannot be an id. */
  public Optional<Expression> references(Reference type, Constant literal) {
    if (literal.value() instanceof String id) {
      return reference(type, id, literal)
          .map(reference -> new Constant(reference, type, literal.fragment()));
    }
    var references = new HashSet<Object>();
    for (Object id : (Set<?>) literal.value()) {
      Optional<EntityReference> reference = reference(type, (String) id, literal);
      if (reference.isEmpty()) {
        return Optional.empty();
      }
      references.add(reference.get());
    }
    return Optional.of(new Constant(Set.copyOf(references), new SetOf(type), literal.fragment()));
  }

  private Optional<EntityReference> reference(Reference type, String id, Constant literal) {
    return EntityReference.isId(id)
        ? Optional.of(new EntityReference(type.entity(), id))
        : findings.refuse(
            DiagnosticCode.INVALID_LITERAL,
            literal.fragment(),
            "`" + id + "` cannot be the id of a `" + type.entity() + "`");
  }
}
