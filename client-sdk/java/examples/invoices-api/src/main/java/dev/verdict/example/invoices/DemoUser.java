package dev.verdict.example.invoices;

import dev.verdict.client.Subject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of the demonstration.
 *
 * <p><b>This is not how to log anybody in.</b> Whoever writes {@code Bearer demo-alice} is alice. A
 * real API verifies a token here, or hands it on unopened with {@link Subject#token}.
 */
record DemoUser(String tenant, Subject.Named subject) {

  private static final String SCHEME = "Bearer demo-";

  private static final Map<String, DemoUser> USERS =
      Map.of(
          "alice", user("alice", "acme", "member", "accountant").approving("5000"),
          "bob", user("bob", "acme", "accountant").approving("10000"),
          "carol", user("carol", "acme", "support"),
          "dave", user("dave", "globex", "member"),
          "frank", user("frank", "globex", "accountant", "support").approving("1000000"));

  /** The user of an {@code Authorization} header. */
  static Optional<DemoUser> of(@Nullable String authorization) {
    return authorization == null || !authorization.startsWith(SCHEME)
        ? Optional.empty()
        : Optional.ofNullable(USERS.get(authorization.substring(SCHEME.length())));
  }

  String id() {
    return subject.id();
  }

  private static DemoUser user(String id, String tenant, String... roles) {
    Subject.Named subject =
        Subject.of("user", id).with("tenant", tenant).with("roles", List.of(roles));
    return new DemoUser(tenant, subject);
  }

  private DemoUser approving(String limit) {
    return new DemoUser(
        tenant,
        subject
            .with("scopes", List.of("invoices:approve"))
            .with("approvalLimit", new BigDecimal(limit)));
  }
}
