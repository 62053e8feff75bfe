package dev.verdict.policy.compile;

import dev.verdict.policy.evaluate.CompiledRule;

/** A rule and what its condition demands of single attributes. */
record IndexableRule(CompiledRule rule, Demands demands) {}
