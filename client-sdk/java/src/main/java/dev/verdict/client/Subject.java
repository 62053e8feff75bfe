package dev.verdict.client;

/** Who asks for access. */
public sealed interface Subject {

  /**
   * A subject that this client vouches for; the PDP must trust the client to do so.
   *
   * @param type as the schema of the policies names it, for example {@code user}
   * @param id which one of that type
   */
  static Named of(String type, String id) {
    return new Named(type, id, Properties.NONE);
  }

  /**
   * The subject of a token that the PDP verifies: the usual choice where the end user's own access
   * token is at hand.
   *
   * @param jwt in compact form, without {@code Bearer}
   */
  static Token token(String jwt) {
    return new Token(jwt);
  }

  /** The holder of this client's own credential: a service that asks for itself. */
  static Caller caller() {
    return Caller.INSTANCE;
  }

  /** A subject by type, id and properties. */
  final class Named implements Subject {

    private final String type;
    private final String id;
    private final Properties properties;

    private Named(String type, String id, Properties properties) {
      this.type = WellFormed.name("type", type);
      this.id = WellFormed.name("id", id);
      this.properties = properties;
    }

    /**
     * The same subject with one more property; it takes the place of another by that name.
     *
     * @param value a string, boolean, number, enum, UUID, date, time or duration, or a collection,
     *     array or map of those; an empty {@code Optional} leaves the property out
     * @throws IllegalArgumentException for anything else
     */
    public Named with(String name, Object value) {
      return new Named(type, id, properties.with(name, value));
    }

    public String type() {
      return type;
    }

    public String id() {
      return id;
    }

    Properties properties() {
      return properties;
    }

    @Override
    public String toString() {
      return type + ":" + id + properties;
    }
  }

  /** A subject by its token. */
  final class Token implements Subject {

    private final String jwt;

    private Token(String jwt) {
      this.jwt = WellFormed.name("token", jwt);
    }

    String jwt() {
      return jwt;
    }

    /** Never the token itself. */
    @Override
    public String toString() {
      return "token";
    }
  }

  /** The holder of the client's own credential. */
  final class Caller implements Subject {

    private static final Caller INSTANCE = new Caller();

    private Caller() {}

    @Override
    public String toString() {
      return "caller";
    }
  }
}
