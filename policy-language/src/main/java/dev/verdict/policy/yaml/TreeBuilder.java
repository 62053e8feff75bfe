package dev.verdict.policy.yaml;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.source.Region;
import dev.verdict.policy.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds the tree of one document from the events of the YAML library, with a stack of its own, so
 * that neither depth nor size is up to the author.
 */
final class TreeBuilder {

  private final SourceText source;
  private final Diagnostics diagnostics;
  private final ScalarReader scalars;
  private final Deque<Frame> open = new ArrayDeque<>();
  private @Nullable YamlNode root;
  private int documents;
  private int nodes;
  private int reached;

  TreeBuilder(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    scalars = new ScalarReader(source);
  }

  /** A list or mapping whose end has not come yet. */
  private static final class Frame {
    private final boolean mapping;
    private final boolean flow;
    private final int start;
    private final List<YamlNode> items = new ArrayList<>();
    private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    private YamlNode.@Nullable Scalar key;

    Frame(CollectionStartEvent event) {
      mapping = event instanceof MappingStartEvent;
      flow = event.isFlow();
      start = Marks.start(event);
    }
  }

  /** Takes the next event; false where reading on makes no sense. */
  boolean accept(Event event) {
    reached = Marks.end(event);
    if (event instanceof DocumentStartEvent start) {
      return document(start);
    }
    if (event instanceof CollectionEndEvent) {
      return add(close(open.pop(), Marks.end(event)));
    }
    return !(event instanceof NodeEvent node) || node(node);
  }

  /** Up to which index the file has been understood. */
  int reached() {
    return reached;
  }

  Optional<YamlNode> root() {
    return Optional.ofNullable(root);
  }

  private boolean document(DocumentStartEvent event) {
    if (++documents > 1) {
      return refuse(event, "a file holds one document; put the second one in a file of its own");
    }
    if (event.getSpecVersion().isPresent() || !event.getTags().isEmpty()) {
      return refuse(event, "directives (`%...`) are not supported; leave them out");
    }
    return true;
  }

  private boolean node(NodeEvent event) {
    int limit = diagnostics.limits().of(Limit.NODES);
    if (++nodes > limit) {
      return report(
          DiagnosticCode.YAML_TOO_LARGE,
          span(event),
          "the file holds more than " + limit + " values; split it");
    }
    if (event instanceof AliasEvent) {
      return refuse(
          event, "aliases (`*name`) are not supported; put text that begins with `*` in quotes");
    }
    if (event.getAnchor().isPresent()) {
      return refuse(
          event, "anchors (`&name`) are not supported; put text that begins with `&` in quotes");
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    return !(event instanceof CollectionStartEvent start) || open(start);
  }

  private boolean open(CollectionStartEvent event) {
    Frame parent = open.peek();
    if (event.getTag().isPresent()) {
      return refuseTag(event);
    }
    if (parent != null && parent.mapping && parent.key == null) {
      return refuse(event, "a key must be a single name, not a list or a mapping");
    }
    int limit = diagnostics.limits().of(Limit.NESTING);
    if (open.size() == limit) {
      return report(
          DiagnosticCode.YAML_TOO_DEEP,
          span(event),
          "lists and mappings are nested deeper than " + limit);
    }
    open.push(new Frame(event));
    return true;
  }

  private boolean scalar(ScalarEvent event) {
    if (event.getTag().isPresent()) {
      return refuseTag(event);
    }
    if (Surrogates.hasLone(event.getValue())) {
      return refuse(event, "an escape in this text stands for half a character");
    }
    Frame parent = open.peek();
    var keyOfEmpty = parent == null || parent.key == null ? null : parent.key.span();
    return add(scalars.read(event, keyOfEmpty));
  }

  private boolean add(YamlNode node) {
    Frame parent = open.peek();
    if (parent == null) {
      root = node;
    } else if (!parent.mapping) {
      parent.items.add(node);
    } else if (parent.key != null) {
      parent.entries.putIfAbsent(parent.key.value(), new YamlNode.Entry(parent.key, node));
      parent.key = null;
    } else {
      return key(parent, (YamlNode.Scalar) node);
    }
    return true;
  }

  private boolean key(Frame parent, YamlNode.Scalar key) {
    parent.key = key;
    YamlNode.Entry first = parent.entries.get(key.value());
    if (first != null) {
      report(
          DiagnosticCode.YAML_DUPLICATE_KEY,
          key.span(),
          "duplicate key `"
              + key.value()
              + "`; the first one is in line "
              + first.key().span().line());
    }
    return true;
  }

  private YamlNode close(Frame frame, int end) {
    if (frame.mapping) {
      var entries = List.copyOf(frame.entries.values());
      var span =
          frame.flow || entries.isEmpty()
              ? source.span(frame.start, end)
              : entries.get(0).key().span();
      return new YamlNode.Mapping(entries, span, new Region(span, source.span(end, end)));
    }
    return new YamlNode.Sequence(
        frame.items, source.span(frame.start, frame.flow ? end : frame.start + 1));
  }

  private boolean refuseTag(Event event) {
    return refuse(
        event, "tags (`!name`) are not supported; put text that begins with `!` in quotes");
  }

  private boolean refuse(Event event, String message) {
    return report(DiagnosticCode.YAML_UNSUPPORTED, span(event), message);
  }

  private boolean report(DiagnosticCode code, Span span, String message) {
    diagnostics.report(code, span, message);
    return false;
  }

  private Span span(Event event) {
    return source.span(Marks.start(event), Marks.end(event));
  }
}
