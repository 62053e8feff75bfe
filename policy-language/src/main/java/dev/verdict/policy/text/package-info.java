/**
 * Words of authors and callers in messages: made printable, and held against the names that exist.
 * Depends on nothing.
 */
@NullMarked
package dev.verdict.policy.text;

import org.jspecify.annotations.NullMarked;
