package dev.verdict.policy.yaml;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Reads attribute values as YAML 1.2's core schema types them: text in quotes stays text. Bounded
 * as a request is ({@link Limit}); one reader counts for all that it reads.
 */
public final class ValueReader {

  private final Diagnostics diagnostics;
  private int values;

  public ValueReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** One value; empty, and reported, where there is none that a request could hold. */
  public Optional<Value> read(YamlNode node) {
    return read(node, 0);
  }

  /** The members of a mapping. Those that cannot be read are reported and left out. */
  public Attributes readAttributes(YamlNode.Mapping mapping) {
    return members(mapping, 0);
  }

  private Optional<Value> read(YamlNode node, int depth) {
    int maxValues = diagnostics.limits().of(Limit.VALUES);
    if (++values > maxValues) {
      if (values == maxValues + 1) {
        report(
            DiagnosticCode.TOO_MANY,
            node.span(),
            "more than " + maxValues + " values belong together here");
      }
      return Optional.empty();
    }
    int maxDepth = diagnostics.limits().of(Limit.DEPTH);
    if (depth > maxDepth) {
      return report(
          DiagnosticCode.YAML_TOO_DEEP, node.span(), "values are nested deeper than " + maxDepth);
    }
    return node.accept(new AtDepth(depth));
  }

  private final class AtDepth implements YamlNode.Visitor<Optional<Value>> {

    private final int depth;

    AtDepth(int depth) {
      this.depth = depth;
    }

    @Override
    public Optional<Value> scalar(YamlNode.Scalar scalar) {
      return scalarValue(scalar);
    }

    @Override
    public Optional<Value> sequence(YamlNode.Sequence sequence) {
      var items = new ArrayList<Value>();
      for (YamlNode item : sequence.items()) {
        read(item, depth + 1).ifPresent(items::add);
      }
      return Optional.of(new Value.Sequence(items));
    }

    @Override
    public Optional<Value> mapping(YamlNode.Mapping mapping) {
      return Optional.of(new Value.Structure(members(mapping, depth)));
    }
  }

  private Attributes members(YamlNode.Mapping mapping, int depth) {
    var members = Attributes.builder();
    for (YamlNode.Entry entry : mapping.entries()) {
      read(entry.value(), depth + 1).ifPresent(value -> members.add(entry.key().value(), value));
    }
    return members.build();
  }

  private Optional<Value> scalarValue(YamlNode.Scalar scalar) {
    if (CoreSchema.isNull(scalar)) {
      return report(
          DiagnosticCode.WRONG_SHAPE,
          scalar.span(),
          "there is no null: leave out what has no value, or write `\"\"` for empty text");
    }
    if (CoreSchema.isNotFinite(scalar)) {
      return report(
          DiagnosticCode.WRONG_SHAPE, scalar.span(), "`" + scalar.value() + "` is no number here");
    }
    if (CoreSchema.isNumber(scalar)) {
      return number(scalar);
    }
    Optional<Boolean> flag = CoreSchema.flag(scalar);
    return flag.isPresent() ? flag.map(Value.Flag::new) : text(scalar);
  }

  private Optional<Value> number(YamlNode.Scalar scalar) {
    Optional<BigDecimal> number = CoreSchema.number(scalar);
    if (number.isEmpty()) {
      return report(DiagnosticCode.WRONG_SHAPE, scalar.span(), "this number is too large");
    }
    if (CoreSchema.isWhole(scalar) && number.get().toBigInteger().bitLength() < Long.SIZE) {
      return Optional.of(new Value.Whole(number.get().longValue()));
    }
    return Optional.of(new Value.Decimal(number.get()));
  }

  private Optional<Value> text(YamlNode.Scalar scalar) {
    int maxLength = diagnostics.limits().of(Limit.TEXT_LENGTH);
    if (scalar.value().length() > maxLength) {
      return report(
          DiagnosticCode.TOO_MANY,
          scalar.span(),
          "this text has " + scalar.value().length() + " characters (limit " + maxLength + ")");
    }
    return Optional.of(new Value.Text(scalar.value()));
  }

  private <T> Optional<T> report(DiagnosticCode code, Span span, String message) {
    diagnostics.report(code, span, message);
    return Optional.empty();
  }
}
