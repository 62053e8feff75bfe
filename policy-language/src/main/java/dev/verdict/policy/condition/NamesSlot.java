package dev.verdict.policy.condition;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.work.WorkMeter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The subject's roles or scopes as a bit set of the names that targets speak of. Straight from the
 * request: no set of strings is made of them, as there is for conditions that read them.
 */
final class NamesSlot extends Slot {

  private final SubjectSlot names;
  private final NameIndex index;
  private final EvaluationError malformed;

  NamesSlot(String path, SubjectSlot names, NameIndex index) {
    super(path);
    this.names = names;
    this.index = index;
    this.malformed = new EvaluationError("`" + path + "` is not a `set<string>`");
  }

  /** A {@code long[]}, empty where the attribute is absent, or an {@link EvaluationError}. */
  @Override
  Object read(AccessRequest request, WorkMeter meter) {
    Value value = names.value(request);
    if (value == null) {
      Object missing = names.missing(request, meter);
      return missing == Absent.ABSENT ? NameIndex.NOTHING : missing;
    }
    long[] bits = index.bits(value, meter);
    return bits == null ? malformed : bits;
  }

  @Override
  @Nullable Object readActing(AccessRequest request, AccessRequest actedFor, WorkMeter meter) {
    return names.inherits(request, meter) ? read(actedFor, meter) : null;
  }

  @Override
  Optional<AttributePath> openActing(AccessRequest request, AccessRequest actedFor) {
    return names.openActing(request, actedFor);
  }

  @Override
  Optional<AttributePath> open(AccessRequest request) {
    return names.open(request);
  }

  @Override
  Optional<RequestAttribute> ignored(AccessRequest request) {
    return names.ignored(request);
  }

  /** What somebody has who has all. */
  Object everything() {
    return index.everything();
  }
}
