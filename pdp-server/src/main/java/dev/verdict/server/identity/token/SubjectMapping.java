package dev.verdict.server.identity.token;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.request.VisibleText;
import dev.verdict.server.configuration.ClaimMapping;
import dev.verdict.server.configuration.ClaimPath;
import dev.verdict.server.configuration.ClientTokens;
import dev.verdict.server.configuration.EntityNaming;
import dev.verdict.server.configuration.IssuerConfiguration;
import dev.verdict.server.configuration.TenantBinding;
import dev.verdict.server.identity.RefusedTokenException;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.key.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes the subject, and who acts for it, from the claims of an authentic token. A claim that is
 * absent makes no attribute; one that is there and has another shape than expected makes the token
 * invalid, because a deny rule may depend on it.
 */
final class SubjectMapping {

  /** RFC 6749 §3.3. */
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private static final Pattern SPACES = Pattern.compile(" +");

  private final String issuer;
  private final EntityNaming naming;
  private final TenantBinding tenant;
  private final ClaimMapping mapping;
  private final String tenantAttribute;
  private final ClientTokens clientTokens;

  SubjectMapping(IssuerConfiguration issuer, String tenantAttribute) {
    this.issuer = issuer.issuer();
    this.naming = issuer.naming();
    this.tenant = issuer.tenant();
    this.mapping = issuer.claims();
    this.tenantAttribute = tenantAttribute;
    this.clientTokens = issuer.clientTokens();
  }

  Entity subject(JsonObject claims) throws RefusedTokenException {
    Value id = claims.at(mapping.id());
    if (id == null) {
      throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
    }
    String type = client(claims).isPresent() ? naming.clientType() : naming.subjectType();
    return entity(type, Texts.one(id), attributes(claims));
  }

  /**
   * The outermost actor; those within it are history (RFC 8693 §4.1). One that is named by another
   * issuer is refused: its {@code sub} means nothing among ours.
   */
  Optional<Entity> actor(JsonObject claims) throws RefusedTokenException {
    if (!claims.has("act")) {
      return Optional.empty();
    }
    if (!(claims.members().get("act") instanceof Value.Structure actor)) {
      throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
    }
    Value namedBy = actor.attributes().get("iss");
    Value id = actor.attributes().get("sub");
    if (id == null || (namedBy != null && !namedBy.equals(new Value.Text(issuer)))) {
      throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
    }
    return Optional.of(entity(naming.actorType(), Texts.one(id), Attributes.NONE));
  }

  /** The client that got the token for itself, where it is known to be that of one. */
  Optional<String> client(JsonObject claims) throws RefusedTokenException {
    return clientTokens.accept(new ClientOf(claims));
  }

  private Entity entity(String type, String id, Attributes attributes)
      throws RefusedTokenException {
    if (!VisibleText.isIn(id)) {
      throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
    }
    try {
      return new Entity(type, naming.idPrefix() + id, attributes);
    } catch (InvalidRequestException tooLongOrControlCharacter) {
      throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
    }
  }

  private Attributes attributes(JsonObject claims) throws RefusedTokenException {
    Attributes.Builder attributes = Attributes.builder();
    Optional<String> tenantName = tenant.accept(new TenantOf(claims));
    if (tenantName.isPresent()) {
      attributes.add(tenantAttribute, new Value.Text(tenantName.get()));
    }
    Value roles = claims.at(mapping.roles());
    if (roles != null) {
      attributes.add(ClaimMapping.ROLES, Texts.sequence(Texts.oneOrMore(roles)));
    }
    Optional<List<String>> scopes = scopes(claims);
    scopes.ifPresent(names -> attributes.add(ClaimMapping.SCOPES, Texts.sequence(names)));
    for (Map.Entry<String, ClaimPath> entry : mapping.attributes().entrySet()) {
      Value value = claims.at(entry.getValue());
      if (value != null) {
        attributes.add(entry.getKey(), value);
      }
    }
    return attributes.build();
  }

  /** As one string with spaces between (RFC 8693 §4.2), or as a list. */
  private Optional<List<String>> scopes(JsonObject claims) throws RefusedTokenException {
    for (ClaimPath path : mapping.scopes()) {
      Value value = claims.at(path);
      if (value != null) {
        List<String> names =
            value instanceof Value.Text text ? words(text.text()) : Texts.oneOrMore(value);
        if (!names.stream().allMatch(name -> SCOPE.matcher(name).matches())) {
          throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
        }
        return Optional.of(names);
      }
    }
    return Optional.empty();
  }

  private static List<String> words(String text) {
    return SPACES.splitAsStream(text).filter(word -> !word.isEmpty()).distinct().toList();
  }

  /**
   * The client that a token was issued to for itself. One that says how its subject was
   * authenticated, or who acts for it, is that of a user (RFC 9068 §2.2.1, RFC 8693 §4.1).
   */
  private record ClientOf(JsonObject claims)
      implements ClientTokens.Visitor<Optional<String>, RefusedTokenException> {

    private static final List<String> OF_USERS = List.of("act", "acr", "amr", "auth_time", "nonce");

    @Override
    public Optional<String> unknown() {
      return Optional.empty();
    }

    @Override
    public Optional<String> marked(ClientTokens.Marked way) throws RefusedTokenException {
      Value mark = claims.at(way.claim());
      boolean marked =
          mark != null && Texts.oneOrMore(mark).stream().anyMatch(way.values()::contains);
      return marked ? client() : Optional.empty();
    }

    @Override
    public Optional<String> subjectIsClient() throws RefusedTokenException {
      return client().filter(id -> claims.text("sub").equals(Optional.of(id)));
    }

    /** Where both claims are there, they say the same or nothing. */
    private Optional<String> client() {
      Optional<String> id = claims.text("client_id");
      Optional<String> party = claims.text("azp");
      boolean agree = id.isEmpty() || party.isEmpty() || id.equals(party);
      return agree && OF_USERS.stream().noneMatch(claims::has)
          ? id.or(() -> party)
          : Optional.empty();
    }
  }

  /** The tenant of the holder of a token, as its issuer is bound to tenants. */
  private record TenantOf(JsonObject claims)
      implements TenantBinding.Visitor<Optional<String>, RefusedTokenException> {

    @Override
    public Optional<String> unbound(TenantBinding.Unbound binding) {
      return Optional.empty();
    }

    @Override
    public Optional<String> fixed(TenantBinding.Fixed binding) {
      return Optional.of(binding.tenant());
    }

    @Override
    public Optional<String> claimed(TenantBinding.Claimed binding) throws RefusedTokenException {
      Value value = claims.at(binding.claim());
      if (value == null) {
        return Optional.empty();
      }
      String name = Texts.one(value);
      if (!VisibleText.isIn(name) || !binding.allows(name)) {
        throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
      }
      return Optional.of(name);
    }
  }
}
