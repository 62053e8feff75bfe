package dev.verdict.server.configuration;

import java.util.Set;

/**
 * How the tokens that clients got for themselves are told from those of users (RFC 9068 §5): a user
 * may have the id of a client as {@code sub}, so the names alone tell nothing.
 */
public sealed interface ClientTokens {

  /** Calls the method of the visitor that is for this way. */
  <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X;

  /**
   * Something that is done for each way.
   *
   * @param <X> why it may fail
   */
  interface Visitor<R, X extends Exception> {

    R unknown() throws X;

    R marked(Marked way) throws X;

    R subjectIsClient() throws X;
  }

  /** They are not told: every token is that of a user. */
  record Unknown() implements ClientTokens {
    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.unknown();
    }
  }

  /**
   * A claim says so.
   *
   * @param values of the claim, one of which a client's token has; at least one
   */
  record Marked(ClaimPath claim, Set<String> values) implements ClientTokens {
    public Marked {
      values = Set.copyOf(values);
      if (values.isEmpty() || values.contains("")) {
        throw new InvalidConfigurationException(
            "`client-tokens` names no value of its claim; list them in `any-of`");
      }
    }

    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.marked(this);
    }
  }

  /** The operator warrants that no user of the issuer has the id of a client as {@code sub}. */
  record SubjectIsClient() implements ClientTokens {
    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.subjectIsClient();
    }
  }
}
