package dev.verdict.policy.authortest;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.source.Located;

/**
 * One of the authors' tests.
 *
 * @param name in the author's words, and where the test stands
 * @param request the question
 * @param expectation of the answer
 */
public record TestCase(Located<String> name, AccessRequest request, Expectation expectation) {}
