/**
 * The YAML files of a policy repository in one layout, with every comment kept and nothing else
 * changed.
 *
 * <p>Start at {@link dev.verdict.policy.format.Formatter}: text to {@code Layout} by {@code
 * LayoutReader}, and back to text by {@code LayoutPrinter}. What it says of values is in {@code
 * ScalarPrinter}. Depends on {@code yaml}, {@code source} and {@code diagnostic}; knows no kind of
 * file, so that a new key needs nothing here.
 */
@NullMarked
package dev.verdict.policy.format;

import org.jspecify.annotations.NullMarked;
