package dev.verdict.server.repository;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.time.Instant;
import java.util.List;

/** A policy repository in which one user may read documents. */
public final class SmallPolicies {

  public static final String SCHEMA =
      """
      subjects:
        user: {}
      resources:
        document:
          tenant-isolated: false
          actions: [read]
          attributes:
            pages: int?
        offer:
          tenant-isolated: false
          actions: [read]
          attributes:
            ends: timestamp
      """;

  /** Depends on the time. */
  public static final String OFFERS =
      """
      policy: offer
      resource: offer
      rules:
        - permit: read
          id: until-it-ends
          when: context.now < resource.ends
      """;

  private SmallPolicies() {}

  /** Who may read a document. */
  public static String documentsFor(String user) {
    return """
        policy: document
        resource: document
        rules:
          - permit: read
            id: one-user-reads
            when: subject.id == '%s'
          - deny: read
            id: not-too-long
            when: has(resource.pages) && resource.pages * 1000 > 9000
        """
        .formatted(user);
  }

  /** The whole repository, in which this user may read documents. */
  public static List<SourceFile> filesFor(String user) {
    return List.of(
        new SourceFile("schema.yaml", SCHEMA),
        new SourceFile("document.policy.yaml", documentsFor(user)),
        new SourceFile("offer.policy.yaml", OFFERS));
  }

  public static Snapshot snapshotFor(String user, String revision) {
    LoadResult loaded = SnapshotLoader.load(filesFor(user), revision);
    return loaded.snapshot().orElseThrow(() -> new IllegalStateException(loaded.report()));
  }

  public static AccessRequest reads(String user, Entity resource, Instant now) {
    return new AccessRequest(
        new Entity("user", user), new Action("read"), resource, Attributes.NONE, now);
  }
}
