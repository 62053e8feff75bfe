package dev.verdict.policy;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.util.List;

/** A small repository without a fault, for tests that put one into it. */
final class OneRuleRepository {

  static final SourceFile SCHEMA =
      new SourceFile(
          "schema.yaml",
          """
          subjects:
            user: { attributes: { tenant: string, name: string } }
          resources:
            invoice:
              actions: [read]
              attributes: { tenant: string, owner: string }
          """);

  static final String POLICY =
      """
      policy: invoice
      resource: invoice
      rules:
        - permit: read
          id: owner-reads
          when: resource.owner == subject.id
      """;

  private OneRuleRepository() {}

  static LoadResult load(SourceFile... files) {
    return SnapshotLoader.load(List.of(files), "revision");
  }

  /** With another condition. */
  static LoadResult loadCondition(String condition) {
    return load(
        SCHEMA,
        new SourceFile(
            "invoice.policy.yaml",
            POLICY.replace("resource.owner == subject.id", "|\n      " + condition)));
  }
}
