package dev.verdict.server.command.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainedRolesTest {

  @TempDir private Path policies;

  @BeforeEach
  void aRuleAsksForADerivedRole() throws IOException {
    write(
        "schema.yaml",
        """
        subjects: { user: {} }
        resources:
          plan: { tenant-isolated: false, actions: [read], attributes: { owner: string } }
        """);
    write(
        "roles.yaml",
        """
        roles: { employee: {} }
        derived:
          owner:
            resources: [plan]
            roles: [employee]
            when: resource.owner == subject.id
        """);
    write(
        "plan.policy.yaml",
        """
        policy: plan
        resource: plan
        rules:
          - permit: read
            id: owners
            roles: [owner]
        """);
  }

  @Test
  void theTextShowsWhyTheRoleIsNotHeld() {
    assertThat(explain("[employee]", "bob", "text").out())
        .contains(
            "├── false  derived role `owner`\n",
            "└── false  `resource.owner == subject.id` (roles.yaml:6)\n");
  }

  @Test
  void theJsonShowsIt() {
    assertThat(explain("[employee]", "bob", "json").out())
        .contains(
            "\"roles\":[{\"role\":\"owner\",\"state\":\"false\",\"file\":\"roles.yaml\",\"line\":6,"
                + "\"condition\":{\"kind\":\"test\",\"text\":\"resource.owner == subject.id\","
                + "\"state\":\"false\"");
    assertThat(explain("[]", "alice", "json").out())
        .contains("\"detail\":\"the subject has none of the roles `employee`\"}]");
  }

  private CommandRun explain(String roles, String owner, String output) {
    return CommandRun.of(
        "explain",
        policies.toString(),
        "--subject=user:alice",
        "--subject-property=roles=" + roles,
        "--action=read",
        "--resource=plan:1",
        "--resource-property=owner=" + owner,
        "--output=" + output);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(policies.resolve(file), text);
  }
}
