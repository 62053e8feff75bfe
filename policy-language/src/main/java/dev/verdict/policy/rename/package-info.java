/**
 * Renames what a policy repository declares, in all its files at once.
 *
 * <p>Start at {@code Rename}: it reads the files ({@code RepositoryText}), finds what each written
 * name means ({@code NameUses} and the classes that fill it), replaces the texts in place ({@code
 * FileEdits}) and proves the result. Depends on {@code snapshot}, {@code file}, {@code yaml} and
 * {@code schema}.
 */
@NullMarked
package dev.verdict.policy.rename;

import org.jspecify.annotations.NullMarked;
