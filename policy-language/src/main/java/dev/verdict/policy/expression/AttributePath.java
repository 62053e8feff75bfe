package dev.verdict.policy.expression;

import dev.verdict.policy.schema.Identifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which attribute of a request: {@code resource.owner}. */
public record AttributePath(Root root, String name) {

  /** What attributes belong to. */
  public enum Root {
    /** Who asks; where an actor is asked about, the actor in the subject's place. */
    SUBJECT("subject"),
    ACTION("action"),
    RESOURCE("resource"),
    CONTEXT("context"),
    /** In a rule about actors: who acts. */
    ACTOR("actor"),
    /** In a rule about actors: the subject that it is done for. */
    ACTED_FOR("subject");

    private final String word;

    Root(String word) {
      this.word = word;
    }

    /** The root of that name in a condition of any rule but one about actors. */
    public static Optional<Root> named(String name) {
      return Arrays.stream(values()).filter(root -> root.word().equals(name)).findFirst();
    }

    /** All names. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Root::word).distinct().toList();
    }

    public String word() {
      return word;
    }
  }

  /**
   * In the place of a name: whether the request says of the entity's tenant something else than is
   * stored. No schema can declare it: names hold no quotes.
   */
  public static final String TENANT_CONTRADICTED = "'tenant contradicted'";

  /** As an author writes it. */
  @Override
  public String toString() {
    return root.word() + "." + Identifier.afterDot(name);
  }
}
