package dev.verdict.policy.format;

import dev.verdict.policy.yaml.YamlOutline;
import java.util.List;
import java.util.Optional;

/** A value as its author wrote it. */
sealed interface Layout {

  /** Calls the method of the visitor that is for this kind of value. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of value. */
  interface Visitor<R> {

    R text(Text text);

    R group(Group group);
  }

  /**
   * A single value.
   *
   * @param style how it is written
   * @param value what it says
   * @param source what stands in the file
   * @param inFlow whether it stands between brackets
   */
  record Text(YamlOutline.Kind style, String value, String source, boolean inFlow)
      implements Layout {

    boolean isAbsent() {
      return style == YamlOutline.Kind.PLAIN && value.isEmpty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /**
   * A list or a mapping.
   *
   * @param flow whether it stands in brackets
   * @param members those of a mapping have keys
   * @param foot comments after the last member
   */
  record Group(boolean mapping, boolean flow, List<Member> members, List<Comment> foot)
      implements Layout {

    public Group {
      members = List.copyOf(members);
      foot = List.copyOf(foot);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.group(this);
    }
  }

  /**
   * An item, an entry, or the whole document.
   *
   * @param head comments above
   * @param afterBlank whether a blank line stands above, below the comments
   * @param keyed the key, in a mapping
   * @param trailing the comment behind the value
   */
  record Member(
      List<Comment> head,
      boolean afterBlank,
      Optional<Key> keyed,
      Layout value,
      Optional<Comment> trailing) {

    public Member {
      head = List.copyOf(head);
    }

    Member withTrailing(Comment comment) {
      return new Member(head, afterBlank, keyed, value, Optional.of(comment));
    }
  }

  /** A key, and the comment behind it, before the value. */
  record Key(Text text, Optional<Comment> comment) {}

  /**
   * The whole file.
   *
   * @param foot comments at its end
   */
  record Document(Member root, List<Comment> foot) {

    public Document {
      foot = List.copyOf(foot);
    }
  }
}
