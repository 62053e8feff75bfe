package dev.verdict.policy.rename;

/**
 * Something under a new name.
 *
 * @param before its name until now, with that of its type where it belongs to one
 * @param after the new name alone
 * @param elsewhere what has to change outside of the repository, a sentence
 */
public record Renamed(RenameKind kind, String before, String after, String elsewhere) {}
