package dev.verdict.server.doors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Policies about invoices of which the repository stores a few, for servers under attack. */
final class StoredInvoices {

  private StoredInvoices() {}

  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        folder.resolve("schema.yaml"),
        """
        subjects:
          user: { attributes: { tenant: string, level: string? } }
          agent: { attributes: { tenant: string } }
        resources:
          invoice:
            actions: { read: { attributes: { how: string? } }, pay: {} }
            attributes: { tenant: string, owner: string, note: string? }
          report: { actions: [read], attributes: { tenant: string } }
        context: { device: string? }
        """);
    Files.writeString(
        folder.resolve("invoice.policy.yaml"),
        """
        policy: invoice
        resource: invoice
        rules:
          - { permit: read, id: anybody }
          - { permit: pay, id: owner, subjects: [user], when: resource.owner == subject.id }
          - { permit: pay, id: noted, when: "has(resource.note) && resource.note == 'please'" }
          - deny: read
            id: robots-stay-out
            subjects: [agent]
            when: subject.id == 'robot'
        """);
    Files.writeString(
        folder.resolve("report.policy.yaml"),
        """
        policy: report
        resource: report
        rules: [{ permit: read, id: everybody }]
        """);
    Files.writeString(
        folder.resolve("data/all.yaml"),
        """
        subjects:
          agent: { robot: { tenant: acme }, helper: { tenant: acme } }
        resources:
          invoice:
            g1: { tenant: globex, owner: gina-of-globex }
            a1: { tenant: acme, owner: carol-of-acme, note: the-secret-note }
        """);
    return folder;
  }
}
