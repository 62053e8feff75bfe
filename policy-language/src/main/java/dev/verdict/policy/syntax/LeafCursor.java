package dev.verdict.policy.syntax;

import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.syntax.Token.Kind;
import java.util.List;

/**
 * Walks the names and literals of a condition beside JEXL's tree, whose own positions are those of
 * neighbouring tokens. Both stand in the same order, so each leaf of the tree takes the next token.
 */
final class LeafCursor {

  private final List<Token> tokens;
  private int next;

  LeafCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Whether the next leaf is of that kind. */
  boolean nextIs(Kind kind) {
    while (next < tokens.size() && !tokens.get(next).kind().isLeaf()) {
      next++;
    }
    return next < tokens.size() && tokens.get(next).kind() == kind;
  }

  /** The next leaf, which has to be of that kind. */
  Token take(Kind kind) {
    if (!nextIs(kind)) {
      throw new UnsupportedSyntaxException("this is not part of the policy language", last());
    }
    return tokens.get(next++);
  }

  /** The next leaf, which has to be that name. */
  Token takeName(String name) {
    Token token = take(Kind.NAME);
    if (!token.text().equals(name)) {
      throw new UnsupportedSyntaxException(
          "`" + token.text() + "` cannot be used here", token.fragment());
    }
    return token;
  }

  /** Where the walk is. */
  Fragment last() {
    return tokens.get(Math.min(next, tokens.size() - 1)).fragment();
  }

  /** The fragment with the brackets or the sign that stand directly around or before it. */
  Fragment including(Fragment inner, String before, String after) {
    int from = inner.from();
    int to = inner.to();
    for (Token token : tokens) {
      Fragment fragment = token.fragment();
      if (!before.isEmpty() && token.is(before) && fragment.to() <= inner.from()) {
        from = fragment.from();
      }
      if (!after.isEmpty()
          && to == inner.to()
          && token.is(after)
          && fragment.from() >= inner.to()) {
        to = fragment.to();
      }
    }
    return new Fragment(inner.source(), from, to);
  }
}
