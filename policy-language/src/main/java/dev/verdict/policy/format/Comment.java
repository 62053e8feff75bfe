package dev.verdict.policy.format;

/**
 * A comment, to the end of its line.
 *
 * @param text with the {@code #}
 * @param column of the {@code #}, counted from 0 in code points
 * @param afterBlank whether a blank line stands above
 */
record Comment(String text, int column, boolean afterBlank) {}
