package dev.verdict.server.repository.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.server.configuration.InvalidConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitLocationTest {

  /** Both are shown in the log and on the admin port, so they are no place for a secret. */
  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org/p.git?private_token=secret", "https://example.org/p.git#x"})
  void anAddressHoldsNeitherAQueryNorAFragment(String url) {
    assertThatThrownBy(() -> new GitLocation(url, "main", Optional.empty()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("query or a fragment")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aBranchComesBeforeATagAndAFullNameStandsForItself() {
    assertThat(at("main").fullRefs()).containsExactly("refs/heads/main", "refs/tags/main");
    assertThat(at("refs/tags/v1").fullRefs()).containsExactly("refs/tags/v1");
  }

  @Test
  void aFolderIsTakenWithOrWithoutSlashesAround() {
    assertThat(new GitLocation("file:///srv/p", "main", Optional.of("/a/b/")).folder())
        .contains("a/b");
    assertThat(new GitLocation("file:///srv/p", "main", Optional.of("/")).folder()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ext::sh -c touch% /tmp/owned",
        "ssh://git@example.org/p.git",
        "git@example.org:p.git",
        "git://example.org/p.git",
        "http://example.org/p.git",
        "ftp://example.org/p.git",
        "/srv/policies",
        "../policies",
        "file://host/p",
        "HTTPS://example.org/p.git",
        "https://",
        "",
        "--upload-pack=touch"
      })
  void onlyAddressesOfTheListedKindsAreTaken(String url) {
    assertThatThrownBy(() -> new GitLocation(url, "main", Optional.empty()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessage("the git address starts with neither `https://` nor `file:///`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://user:secret@example.org/p.git", "https://token@example.org/p"})
  void anAddressWithASecretInItIsRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> new GitLocation(url, "main", Optional.empty()))
        .hasMessage("the git address holds a user or a password");
  }

  @Test
  void anAtSignElsewhereIsNoSecret() {
    assertThat(new GitLocation("https://example.org/@team/p.git", "main", Optional.empty()).url())
        .isEqualTo("https://example.org/@team/p.git");
  }

  @Test
  void aControlCharacterIsRefused() {
    assertThatThrownBy(() -> new GitLocation("https://example.org/\n", "main", Optional.empty()))
        .hasMessage("the git address holds a control character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a..b", "-:x", "a\nb", "main.lock", "refs/heads/*"})
  void whatCannotBeARefIsRefused(String ref) {
    assertThatThrownBy(() -> at(ref))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("git ref");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../up", "a/../b", "a//b", "./a"})
  void aFolderThatIsNotPlainIsRefused(String folder) {
    assertThatThrownBy(() -> new GitLocation("file:///srv/p", "main", Optional.of(folder)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("folder");
  }

  private static GitLocation at(String ref) {
    return new GitLocation("file:///srv/policies", ref, Optional.empty());
  }
}
