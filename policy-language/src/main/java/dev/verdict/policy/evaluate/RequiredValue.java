package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Node;
import dev.verdict.policy.source.Fragment;

/**
 * What has to have a value for a rule to match: a property of an obligation.
 *
 * @param fragment as the author wrote it
 */
public record RequiredValue(Node node, Fragment fragment) {}
