package dev.verdict.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A policy repository in a folder: documents that their owner reads, and that may be locked. */
public final class SmallRepository {

  public static final String POLICY =
      """
      policy: document
      resource: document
      rules:
        - permit: read
          id: owner-reads
          when: resource.owner == subject.id
          fields: { except: [secret] }
          obligations:
            - audit: { level: required }
        - deny: [read, delete]
          id: locked
          when: resource.locked ?? false
          because: the document is locked
      """;

  private final Path folder;

  private SmallRepository(Path folder) {
    this.folder = folder;
  }

  public static SmallRepository in(Path folder) {
    var repository = new SmallRepository(folder);
    repository.write(
        "schema.yaml",
        """
        subjects:
          user: { attributes: { tenant: string } }
        resources:
          document:
            actions: { read: {}, delete: { silence: { action-without-rule: nothing is deleted } } }
            attributes: { tenant: string, owner: string, locked: bool?, secret: string? }
        """);
    repository.write("document.policy.yaml", POLICY);
    repository.write("tests/document.test.yaml", tests("permit"));
    return repository;
  }

  /** The authors' tests; with {@code deny}, the first one fails. */
  public static String tests(String expectedOfTheOwner) {
    return """
    subjects:
      alice: { type: user, tenant: acme }
      bob: { type: user, tenant: acme }
    resources:
      hers: { type: document, id: it's hers, tenant: acme, owner: alice }
      locked: { type: document, tenant: acme, owner: alice, locked: true }
    tests:
      - { name: the owner reads, subject: alice, action: read, resource: hers, expect: %s }
      - { name: others do not, subject: bob, action: read, resource: hers, expect: deny }
      - { name: locked is locked, subject: alice, action: read, resource: locked, expect: deny }
    """
        .formatted(expectedOfTheOwner);
  }

  /** Says nothing of owners. */
  public static String testThatAlwaysPasses() {
    return """
    tests:
      - name: strangers do not read
        subject: { type: user, id: bob, tenant: acme }
        action: read
        resource: { type: document, id: d, tenant: acme, owner: alice }
        expect: deny
    """;
  }

  /** Replaces a file in one step, as careful editors do. */
  public void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Path written = Files.createTempFile(folder.getParent(), "written", ".tmp");
      Files.writeString(written, text);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String folder() {
    return folder.toString();
  }
}
