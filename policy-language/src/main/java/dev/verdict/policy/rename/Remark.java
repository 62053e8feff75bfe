package dev.verdict.policy.rename;

import dev.verdict.policy.source.Span;

/** Something to be known about a place in a file. */
public record Remark(Span span, String sentence) {}
