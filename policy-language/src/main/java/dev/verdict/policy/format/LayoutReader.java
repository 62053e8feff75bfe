package dev.verdict.policy.format;

import dev.verdict.policy.format.Layout.Document;
import dev.verdict.policy.format.Layout.Group;
import dev.verdict.policy.format.Layout.Member;
import dev.verdict.policy.format.Layout.Text;
import dev.verdict.policy.yaml.YamlOutline;
import dev.verdict.policy.yaml.YamlOutline.Kind;
import dev.verdict.policy.yaml.YamlOutline.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the comments between the steps of a YAML file and gives each to what it speaks of.
 *
 * <p>A comment behind a key or a value belongs to that. One on a line of its own belongs to what
 * follows, unless it stands at the end of a list or mapping and is indented like its members.
 */
final class LayoutReader {

  private final Lines lines;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Comment> pending = new ArrayList<>();
  private boolean afterBlank;
  private int reached;
  private boolean reachedValue;

  private LayoutReader(Lines lines) {
    this.lines = lines;
  }

  static Document read(YamlOutline outline) {
    var reader = new LayoutReader(new Lines(outline.text()));
    var document = new Open(new Step(Kind.BLOCK_LIST, "", 0, 0), -1, -1);
    reader.open.push(document);
    outline.steps().forEach(reader::step);
    reader.gap(outline.text().length());
    return new Document(document.members.get(0), reader.pending);
  }

  /** A list or mapping whose end has not come yet; outermost, the document as a list of one. */
  private static final class Open {
    private final Step start;
    private final int column;
    private final int columnOutside;
    private final List<Member> members = new ArrayList<>();
    private final List<Comment> head = new ArrayList<>();
    private boolean afterBlank;
    private @Nullable Text key;
    private @Nullable Comment keyComment;

    Open(Step start, int column, int columnOutside) {
      this.start = start;
      this.column = column;
      this.columnOutside = columnOutside;
    }

    boolean isMapping() {
      return start.kind() == Kind.BLOCK_MAPPING || start.kind() == Kind.FLOW_MAPPING;
    }

    boolean isFlow() {
      return start.kind() == Kind.FLOW_LIST || start.kind() == Kind.FLOW_MAPPING;
    }

    /** Not so for `a: b` as an item of a list in brackets. */
    boolean hasBrackets() {
      return isFlow() && start.to() > start.from();
    }

    /** Whether a comment at the end is indented like the members. */
    boolean reaches(Comment comment) {
      return comment.column() >= column && comment.column() > columnOutside;
    }

    void add(Layout value) {
      Optional<Layout.Key> keyed =
          Optional.ofNullable(key)
              .map(text -> new Layout.Key(text, Optional.ofNullable(keyComment)));
      members.add(new Member(head, afterBlank, keyed, value, Optional.empty()));
      head.clear();
      key = null;
      keyComment = null;
    }
  }

  private void step(Step step) {
    gap(step.from());
    switch (step.kind()) {
      case BLOCK_LIST, BLOCK_MAPPING, FLOW_LIST, FLOW_MAPPING -> open(step);
      case END -> close(step);
      case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED, LITERAL, FOLDED -> text(step);
    }
  }

  /** Takes in the comments up to an index. */
  private void gap(int to) {
    if (to <= reached) {
      return;
    }
    Gap gap = Gap.between(lines, reached, to);
    pending.addAll(gap.comments());
    if (gap.trailing() && reachedValue) {
      attach(pending.remove(pending.size() - gap.comments().size()));
    }
    afterBlank = gap.afterBlank() || (afterBlank && gap.comments().isEmpty());
    reached = to;
    reachedValue = false;
  }

  private void attach(Comment trailing) {
    Open in = open.element();
    if (in.key != null) {
      in.keyComment = trailing;
    } else {
      int last = in.members.size() - 1;
      in.members.set(last, in.members.get(last).withTrailing(trailing));
    }
  }

  private void open(Step step) {
    Open in = open.element();
    boolean flow = step.kind() == Kind.FLOW_LIST || step.kind() == Kind.FLOW_MAPPING;
    if (flow || in.key == null) {
      beginValue(in);
    }
    open.push(new Open(step, lines.column(step.from()), in.column));
    if (flow && step.to() > step.from()) {
      reached = step.to();
    }
  }

  private void close(Step step) {
    Open closed = open.pop();
    var foot = new ArrayList<Comment>();
    if (closed.hasBrackets()) {
      foot.addAll(pending);
      reached = step.to();
      reachedValue = true;
    } else if (!closed.isFlow()) {
      pending.stream().takeWhile(closed::reaches).forEach(foot::add);
    }
    pending.subList(0, foot.size()).clear();
    open.element().add(new Group(closed.isMapping(), closed.isFlow(), closed.members, foot));
  }

  private void text(Step step) {
    Open in = open.element();
    String source = lines.text().substring(step.from(), step.to());
    var text = new Text(step.kind(), step.value(), source, in.isFlow());
    boolean isKey = in.isMapping() && in.key == null;
    beginValue(in);
    if (isKey) {
      in.key = text;
    } else {
      in.add(text);
    }
    reached = step.from() + source.stripTrailing().length();
    reachedValue = true;
  }

  /** Comments between a key and its value go above the key. */
  private void beginValue(Open in) {
    in.head.addAll(pending);
    pending.clear();
    if (in.key == null) {
      in.afterBlank = afterBlank;
    }
    afterBlank = false;
  }
}
