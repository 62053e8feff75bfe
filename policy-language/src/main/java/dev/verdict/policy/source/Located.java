package dev.verdict.policy.source;

/** A value and where the author wrote it. */
public record Located<T>(T value, Span span) {}
