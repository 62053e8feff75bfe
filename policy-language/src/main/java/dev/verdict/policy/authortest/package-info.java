/**
 * The authors' own tests: a question, the answer they expect, and whether it is the answer they
 * get.
 *
 * <p>Start at {@code TestFileReader} and {@code TestRunner}. A snapshot whose tests fail is not
 * activated. Depends on {@code yaml}, {@code file} (for how fields are written), {@code schema},
 * {@code request}, {@code decision}, {@code tree} and {@code evaluate}.
 */
@NullMarked
package dev.verdict.policy.authortest;

import org.jspecify.annotations.NullMarked;
