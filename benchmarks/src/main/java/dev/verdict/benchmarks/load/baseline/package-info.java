/**
 * What no server on the same libraries can be faster than: programs that take a request, do nothing
 * and give an answer of the right size.
 */
@NullMarked
package dev.verdict.benchmarks.load.baseline;

import org.jspecify.annotations.NullMarked;
