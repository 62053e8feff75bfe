package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The kinds of files in a policy repository, told apart by path alone. Whatever reads a repository
 * asks here: a file that one reader takes for a policy and another passes over would be a rule that
 * holds in one place only.
 *
 * <p>Upper and lower case count; {@code .yml} is {@code .yaml}.
 */
public enum FileKind {
  REPOSITORY,
  /** What all tenants share, in one file or in parts. */
  SCHEMA,
  ROLES,
  GRANTS,
  VARIABLES,
  POLICY,
  DATA,
  /** What all tests share. */
  FIXTURES,
  TEST,
  /** Looks like a file of a repository and is none: an error, unless the repository ignores it. */
  UNKNOWN,
  /** Left alone: hidden, or of another format such as {@code README.md}. */
  OTHER;

  static final String TENANTS = "tenants";

  /** Names in lower case that somebody may have meant as YAML or as a policy. */
  private static final Pattern LOOKALIKE =
      Pattern.compile(
          ".*(?:\\.y[aml]{1,4}|\\.ya?ml\\.txt|\\.policy|\\.policy\\.(?:json|txt|toml))\\s*");

  /**
   * The kind of a file.
   *
   * @param path relative to the root of the repository, with {@code /} between the names
   */
  public static FileKind of(String path) {
    List<String> names = List.of(path.split("/", -1));
    if (names.stream().anyMatch(FileKind::isHidden)) {
      return OTHER;
    }
    String name = names.get(names.size() - 1);
    int ending = name.endsWith(".yaml") ? 5 : name.endsWith(".yml") ? 4 : 0;
    if (ending == 0) {
      return LOOKALIKE.matcher(name.toLowerCase(Locale.ROOT)).matches() ? UNKNOWN : OTHER;
    }
    FileKind kind = ofStem(path.substring(0, path.length() - ending));
    return kind.isInAnyFolder() && hasMisplacedTenants(names) ? UNKNOWN : kind;
  }

  /** Whether a file or folder of that name is one that tools keep to themselves: {@code .git}. */
  public static boolean isHidden(String name) {
    return name.startsWith(".");
  }

  /** Whether files of this kind are loaded. */
  public boolean isLoaded() {
    return this != UNKNOWN && this != OTHER;
  }

  private static FileKind ofStem(String stem) {
    return switch (stem) {
      case "verdict" -> REPOSITORY;
      case "schema" -> SCHEMA;
      case "roles" -> ROLES;
      case "grants" -> GRANTS;
      case "tests/fixtures" -> FIXTURES;
      default -> ofMarkedStem(stem);
    };
  }

  private static FileKind ofMarkedStem(String stem) {
    if (stem.endsWith(".let")) {
      return VARIABLES;
    }
    if (stem.endsWith(".policy")) {
      return POLICY;
    }
    if (stem.endsWith(".schema")) {
      return stem.startsWith(TENANTS + "/") ? UNKNOWN : SCHEMA;
    }
    if (stem.startsWith("data/")) {
      return DATA;
    }
    return stem.startsWith("tests/") && stem.endsWith(".test") ? TEST : UNKNOWN;
  }

  private boolean isInAnyFolder() {
    return this == POLICY || this == VARIABLES || this == SCHEMA;
  }

  /** Rules that were written for one tenant must not hold for all because of where they lie. */
  private static boolean hasMisplacedTenants(List<String> names) {
    for (int i = 0; i < names.size() - 1; i++) {
      boolean isTheFolder = i == 0 && names.get(i).equals(TENANTS);
      if (!isTheFolder && looksLikeTenants(names.get(i), i < names.size() - 2)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a folder looks like that of the tenants. One that holds no folders may as well be about
   * a resource type {@code tenant}.
   */
  static boolean looksLikeTenants(String folder, boolean holdsFolders) {
    String lower = folder.strip().toLowerCase(Locale.ROOT);
    return lower.equals(TENANTS) || (holdsFolders && Suggestion.isSlip(lower, TENANTS));
  }
}
