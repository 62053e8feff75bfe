package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Node;
import dev.verdict.policy.source.Fragment;

/**
 * A part of a condition that has to hold for the whole to hold.
 *
 * @param fragment as the author wrote it
 */
public record Conjunct(Node node, Fragment fragment) {}
