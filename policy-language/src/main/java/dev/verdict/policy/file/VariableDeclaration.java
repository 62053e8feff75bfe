package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.MappedText;

/** A named expression of a {@code let} section. */
public record VariableDeclaration(Located<String> name, MappedText definition) {}
