package dev.verdict.server.identity.token;

import dev.verdict.policy.request.Value;
import dev.verdict.server.identity.RefusedTokenException;
import dev.verdict.server.identity.TokenFault;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Claims that hold strings. Anything else in their place makes the token invalid. */
final class Texts {

  private Texts() {}

  static String one(Value value) throws RefusedTokenException {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
  }

  /** Of a list of strings, or of one string: each once. */
  static List<String> oneOrMore(Value value) throws RefusedTokenException {
    if (!(value instanceof Value.Sequence list)) {
      return List.of(one(value));
    }
    Set<String> texts = new LinkedHashSet<>();
    for (Value item : list.values()) {
      texts.add(one(item));
    }
    return List.copyOf(texts);
  }

  static Value.Sequence sequence(List<String> texts) {
    return new Value.Sequence(texts.stream().<Value>map(Value.Text::new).toList());
  }
}
