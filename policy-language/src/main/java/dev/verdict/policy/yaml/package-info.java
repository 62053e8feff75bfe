/**
 * YAML text to a tree of nodes with places, bounded in size and depth.
 *
 * <p>The only package that knows the YAML library. Start at {@code YamlReader}: it refuses what
 * makes YAML surprising (duplicate keys, anchors, aliases, tags, several documents). {@code
 * MappingReader} takes a mapping apart key by key and reports what is missing or unknown; {@code
 * ValueReader} reads attribute values. Depends on {@code source}, {@code diagnostic} and {@code
 * request}.
 */
@NullMarked
package dev.verdict.policy.yaml;

import org.jspecify.annotations.NullMarked;
