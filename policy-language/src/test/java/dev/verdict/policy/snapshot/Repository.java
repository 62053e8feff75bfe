package dev.verdict.policy.snapshot;

import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Builds a policy repository from texts, for tests that go the whole way. */
public final class Repository {

  private final List<SourceFile> files = new ArrayList<>();

  /** Adds a file. */
  public Repository with(String path, String text) {
    files.add(new SourceFile(path, text));
    return this;
  }

  public LoadResult load() {
    return load(Limits.STANDARD);
  }

  private LoadResult load(Limits limits) {
    return SnapshotLoader.load(files, "r1", LoadOptions.DEFAULT.within(limits));
  }

  /**
   * Decides by this repository, which has to be without error. Without a {@code verdict.yaml} it
   * leaves it to others to declare its roles, scopes and tenants.
   */
  public Evaluator evaluator() {
    return evaluator(Limits.STANDARD);
  }

  Evaluator evaluator(Limits limits) {
    if (files.stream().noneMatch(file -> file.path().equals("verdict.yaml"))) {
      with("verdict.yaml", "undeclared-names: [roles, scopes, tenants]");
    }
    LoadResult result = load(limits);
    return result.snapshot().orElseThrow(() -> new AssertionError(result.report())).evaluator();
  }

  /**
   * Names and values in turn; values are strings, numbers, booleans, attributes (a record), or
   * lists of these.
   */
  public static Attributes attributes(Object... namesAndValues) {
    Attributes.Builder attributes = Attributes.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.add((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return attributes.build();
  }

  private static Value value(Object object) {
    if (object instanceof String text) {
      return new Value.Text(text);
    }
    if (object instanceof Boolean flag) {
      return new Value.Flag(flag);
    }
    if (object instanceof BigDecimal decimal) {
      return new Value.Decimal(decimal);
    }
    if (object instanceof List<?> list) {
      return new Value.Sequence(list.stream().map(Repository::value).toList());
    }
    if (object instanceof Attributes members) {
      return new Value.Structure(members);
    }
    return new Value.Whole(((Number) object).longValue());
  }
}
