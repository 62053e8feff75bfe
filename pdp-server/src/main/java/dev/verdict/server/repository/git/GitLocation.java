package dev.verdict.server.repository.git;

import dev.verdict.server.configuration.InvalidConfigurationException;
import dev.verdict.server.log.PrintableText;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/**
 * A place in a git repository.
 *
 * @param url {@code https://host/path} or {@code file:///path}; without user or password
 * @param ref a branch or a tag, or the full name of any ref: {@code refs/tags/v1}
 * @param folder the root of the policies in it, with {@code /} between the names; absent: the top
 */
public record GitLocation(String url, String ref, Optional<String> folder) {

  /**
   * Checks what an operator wrote.
   *
   * @throws InvalidConfigurationException whose message says what to write instead
   */
  public GitLocation {
    checkUrl(url);
    checkRef(ref);
    folder = folder.map(names -> names.replaceAll("^/+|/+$", "")).filter(names -> !names.isEmpty());
    folder.ifPresent(GitLocation::checkFolder);
  }

  /** The full names that the ref may have, in the order in which they are looked for. */
  List<String> fullRefs() {
    return ref.startsWith("refs/")
        ? List.of(ref)
        : List.of("refs/heads/" + ref, "refs/tags/" + ref);
  }

  @Override
  public String toString() {
    return url + " " + ref + folder.map(names -> " " + names).orElse("");
  }

  /**
   * Git knows transports that run a command of the address's choosing and others that nobody can
   * vouch for, so the list says what is good and not what is bad.
   */
  private static void checkUrl(String url) {
    if (!PrintableText.isPrintable(url)) {
      throw new InvalidConfigurationException("the git address holds a control character");
    }
    boolean https = url.startsWith("https://") && url.length() > "https://".length();
    if (!https && !url.startsWith("file:///")) {
      throw new InvalidConfigurationException(
          "the git address starts with neither `https://` nor `file:///`");
    }
    if (https && authorityOf(url).contains("@")) {
      throw new InvalidConfigurationException("the git address holds a user or a password");
    }
    if (https && (url.indexOf('?') >= 0 || url.indexOf('#') >= 0)) {
      throw new InvalidConfigurationException(
          "the git address holds a query or a fragment; it is shown in the log and on the admin"
              + " port, so it must not hold a token");
    }
  }

  private static String authorityOf(String url) {
    return url.substring("https://".length()).split("[/?#]", 2)[0];
  }

  private static void checkRef(String ref) {
    if (ref.isEmpty() || !Repository.isValidRefName("refs/heads/" + ref)) {
      throw new InvalidConfigurationException("the git ref is not the name of a branch or a ref");
    }
  }

  private static void checkFolder(String folder) {
    for (String name : List.of(folder.split("/", -1))) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        throw new InvalidConfigurationException(
            "the folder in the git repository holds an empty name, `.` or `..`");
      }
    }
  }
}
