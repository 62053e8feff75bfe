package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each of very many tenants has rules of its own, within the standard limits. */
@Tag("slow")
final class ManyTenantsTest {

  private static final int TENANTS = 10_000;

  @Test
  void tenThousandTenantsHaveAnOverlayEach() {
    var repository =
        new Repository()
            .with(
                "schema.yaml",
                """
                subjects: { user: { attributes: { tenant: string } } }
                resources:
                  invoice: { actions: [read], attributes: { tenant: string, amount: int } }
                """)
            .with(
                "invoice.policy.yaml",
                """
                policy: invoice
                resource: invoice
                rules:
                  - permit: read
                    id: all-read
                """);
    for (int i = 0; i < TENANTS; i++) {
      repository.with(
          "tenants/t-%d/invoice.policy.yaml".formatted(i),
          """
          policy: invoice
          resource: invoice
          rules:
            - deny: read
              id: at-most
              when: resource.amount > %d
          """
              .formatted(i));
    }

    Evaluator evaluator = repository.evaluator();

    for (int tenant : new int[] {0, 1, TENANTS / 2, TENANTS - 1}) {
      assertThat(reads(evaluator, tenant, tenant)).isTrue();
      assertThat(reads(evaluator, tenant, tenant + 1)).isFalse();
    }
  }

  private static boolean reads(Evaluator evaluator, int tenant, int amount) {
    String name = "t-" + tenant;
    return evaluator
        .decide(
            new AccessRequest(
                new Entity("user", "alice", attributes("tenant", name)),
                new Action("read"),
                new Entity("invoice", "1", attributes("tenant", name, "amount", amount)),
                Attributes.NONE,
                Instant.EPOCH))
        .permitted();
  }
}
