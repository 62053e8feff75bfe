package dev.verdict.policy.rename;

/**
 * What is to be renamed.
 *
 * @param from the name, with the name of its type where several have it: {@code invoice.owner}
 * @param to the new name alone
 * @param everywhere whether everything of that kind and name is renamed, whatever it belongs to
 */
public record RenameRequest(RenameKind kind, String from, String to, boolean everywhere) {}
