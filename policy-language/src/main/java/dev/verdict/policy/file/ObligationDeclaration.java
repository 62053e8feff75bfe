package dev.verdict.policy.file;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.source.Located;

/** An obligation or advice of a rule: its id and constant properties. */
public record ObligationDeclaration(Located<String> id, Attributes properties) {}
