package dev.verdict.server.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.command.CommandRun;
import dev.verdict.server.command.SmallRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deny rule in a file that is passed over would be a permit (case K03). */
class LookalikeFilesTest {

  private static final String DENY =
      """
      policy: lock
      resource: document
      rules:
        - deny: '*'
          id: everything
      """;

  @TempDir private Path temporary;

  @Test
  void aPolicyMayEndInYml() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("lock.policy.yml", DENY);

    assertThat(CommandRun.of("test", repository.folder()).out())
        .contains("FAILED  the owner reads")
        .contains("deny `everything` (lock.policy.yml:4)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deny.Policy.yaml",
        "deny-policy.yaml",
        "deny.policy",
        "deny.policy.YAML",
        "policies/lock.yaml",
        "data/lock.yam",
        "tests/desk.yaml",
        "role.yaml",
        "Tenants/acme/lock.policy.yaml",
        "policies/tenants/acme/lock.policy.yaml"
      })
  void whatLooksLikeAPolicyAndIsNoneIsAnErrorForEveryCommand(String path) {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write(path, DENY);

    assertThat(CommandRun.of("validate", repository.folder()).out())
        .contains(path + ":1:1: error[file-unknown-kind]")
        .contains("did you mean `");
    assertThat(CommandRun.of("validate", repository.folder()).status()).isEqualTo(1);
    assertThat(CommandRun.of("test", repository.folder()).status()).isEqualTo(1);
    assertThat(
            CommandRun.of(
                    "evaluate",
                    repository.folder(),
                    "--subject",
                    "user:alice",
                    "--action",
                    "read",
                    "--resource",
                    "document:d")
                .err())
        .contains("the policies have errors, so nothing is decided");
  }

  @Test
  void hiddenFilesAndOtherFormatsAreLeftAlone() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write(".github/workflows/lock.policy.yaml", DENY);
    repository.write("README.md", DENY);
    repository.write("LICENSE", DENY);

    assertThat(CommandRun.of("validate", repository.folder(), "--strict").out())
        .isEqualTo("no errors: 3 files, 1 policy, 2 rules\n");
  }

  @Test
  void anIgnoredFileMayBeLargerThanAnyPolicyAndNoText() {
    SmallRepository repository = SmallRepository.in(temporary.resolve("policies"));
    repository.write("verdict.yaml", "ignore: [openapi.yaml]");
    repository.write("openapi.yaml", "#".repeat(1_000_001));

    assertThat(CommandRun.of("validate", repository.folder(), "--strict").out())
        .isEqualTo("no errors: 4 files, 1 policy, 2 rules\n");
  }
}
