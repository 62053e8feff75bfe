package dev.verdict.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.server.conformance.PolicyFolder;
import dev.verdict.server.wiring.VerdictServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every door lets the same across tenants, says by which grant, and keeps out the same. */
class TenantsAtEveryDoorTest {

  @TempDir private Path folder;

  @Test
  void everyDoorLetsTheSameAcrossTenants() throws Exception {
    writePolicies(Instant.now());
    Snapshot snapshot =
        SnapshotLoader.load(PolicyFolder.read(folder).files(), "expected").snapshot().orElseThrow();
    var seen = new TreeSet<String>();
    try (VerdictServer server = RunningServer.of(folder)) {
      for (Door door : EveryDoorTest.doors(server)) {
        try (door) {
          for (AccessRequest request : questions()) {
            Answer answer = door.ask(request);
            assertThat(answer)
                .as(door.getClass().getSimpleName() + " " + request)
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(Answer.of(snapshot.decide(request)));
            seen.add(answer.code() + " " + answer.grants());
          }
          assertThat(door.askAll(questions()))
              .isEqualTo(
                  questions().stream().map(each -> snapshot.decide(each).permitted()).toList());
        }
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "permitted []",
            "permitted [audit]",
            "permitted [robots]",
            "permitted [audit, robots]",
            "denied_by_rule []",
            "denied_by_rule [audit]",
            "tenant_mismatch []",
            "tenant_mismatch [audit]",
            "tenant_missing []");
  }

  private void writePolicies(Instant now) throws IOException {
    write("verdict.yaml", "undeclared-names: [tenants]\n");
    write(
        "schema.yaml",
        """
        subjects:
          user: { attributes: { tenant: string } }
          service: { attributes: { tenant: string } }
        resources:
          document: { actions: [read, share], attributes: { tenant: string } }
        """);
    write(
        "document.policy.yaml",
        """
        policy: document
        resource: document
        rules: [{ permit: [read, share], id: everybody }]
        """);
    write(
        "tenants/acme/document.policy.yaml",
        """
        policy: document
        resource: document
        rules: [{ deny: share, id: nobody-shares }]
        """);
    write(
        "grants.yaml",
        "grants:\n"
            + grant("audit", "user, tenant: auditors", "read, share", now.plus(Duration.ofDays(1)))
            + grant("robots", "service, tenant: robotics", "read", now.plus(Duration.ofDays(1)))
            + grant("ended", "user, tenant: formers", "read", now.minusSeconds(1)));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String grant(String id, String subjects, String actions, Instant until) {
    return """
      - id: %s
        subjects: { type: %s }
        tenant: acme
        resources: [document]
        actions: [%s]
        until: %s
        because: a test
    """
        .formatted(id, subjects, actions, until);
  }

  private static List<AccessRequest> questions() {
    var questions = new ArrayList<AccessRequest>();
    for (String tenant : List.of("", "acme", "globex", "auditors", "formers")) {
      for (String action : List.of("read", "share")) {
        for (String of : List.of("acme", "globex", "auditors")) {
          questions.add(question(tenant, action, of, Optional.empty()));
          questions.add(question(tenant, action, of, Optional.of(service("robotics"))));
          questions.add(question(tenant, action, of, Optional.of(service("globex"))));
        }
      }
    }
    return questions;
  }

  private static AccessRequest question(
      String tenant, String action, String ofTenant, Optional<Entity> actor) {
    return new AccessRequest(
        new Entity("user", "ann", tenant(tenant)),
        new Action(action),
        new Entity("document", "d1", tenant(ofTenant)),
        Attributes.NONE,
        actor,
        Instant.now());
  }

  private static Entity service(String tenant) {
    return new Entity("service", "s1", tenant(tenant));
  }

  private static Attributes tenant(String name) {
    var attributes = Attributes.builder();
    attributes.add("tenant", new Value.Text(name));
    return attributes.build();
  }
}
