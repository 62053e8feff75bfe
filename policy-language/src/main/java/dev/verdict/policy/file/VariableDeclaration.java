package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;

/** A named expression of a {@code let} section. */
public record VariableDeclaration(Located<String> name, WrittenExpression definition) {}
