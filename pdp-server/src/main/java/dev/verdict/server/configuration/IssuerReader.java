package dev.verdict.server.configuration;

import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what one issuer's tokens look like. */
final class IssuerReader {

  private static final List<String> KEYS =
      List.of(
          "issuer",
          "audience",
          "jwks",
          "algorithms",
          "token-type",
          "max-lifetime",
          "subject-type",
          "client-type",
          "actor-type",
          "id-prefix",
          "tenant",
          "client-tokens",
          "claims");

  private static final String SUBJECT_IS_CLIENT = "subject-is-client-id";

  private final SettingReader settings;

  IssuerReader(SettingReader settings) {
    this.settings = settings;
  }

  Optional<IssuerConfiguration> read(YamlNode node) {
    return MappingReader.open(node, "an issuer", KEYS, settings.diagnostics())
        .flatMap(this::issuer);
  }

  private Optional<IssuerConfiguration> issuer(MappingReader mapping) {
    int errors = settings.diagnostics().errors();
    Optional<Located<String>> name = mapping.requiredText("issuer");
    mapping.requiredNode("audience");
    Set<String> audiences = textSet(mapping, "audience");
    Optional<JwksConfiguration> jwks =
        mapping.requiredNode("jwks").flatMap(new JwksReader(settings)::read);
    return name.flatMap(
            issuer ->
                jwks.map(keys -> IssuerConfiguration.builder(issuer.value(), audiences, keys)))
        .map(builder -> complete(builder, mapping))
        .filter(complete -> settings.diagnostics().errors() == errors)
        .flatMap(complete -> settings.made(mapping.span(), complete::build));
  }

  private IssuerConfiguration.Builder complete(
      IssuerConfiguration.Builder builder, MappingReader mapping) {
    List<SignatureAlgorithm> algorithms = algorithms(mapping);
    if (!algorithms.isEmpty()) {
      builder.algorithms(algorithms);
    }
    mapping.text("token-type").ifPresent(type -> builder.tokenType(type.value()));
    settings.made(mapping.span(), () -> naming(mapping)).ifPresent(builder::naming);
    mapping.node("tenant").flatMap(node -> tenant(mapping, node)).ifPresent(builder::tenant);
    mapping
        .node("client-tokens")
        .flatMap(node -> clientTokens(mapping, node))
        .ifPresent(builder::clientTokens);
    mapping
        .node("claims")
        .flatMap(new ClaimMappingReader(settings)::read)
        .ifPresent(builder::claims);
    return builder.maxLifetime(
        settings.duration(mapping, "max-lifetime", IssuerConfiguration.DEFAULT_MAX_LIFETIME));
  }

  private static EntityNaming naming(MappingReader mapping) {
    EntityNaming otherwise = EntityNaming.DEFAULT;
    return new EntityNaming(
        text(mapping, "subject-type", otherwise.subjectType()),
        text(mapping, "client-type", otherwise.clientType()),
        text(mapping, "actor-type", otherwise.actorType()),
        text(mapping, "id-prefix", otherwise.idPrefix()));
  }

  private static String text(MappingReader mapping, String key, String otherwise) {
    return mapping.text(key).map(Located::value).orElse(otherwise);
  }

  private static Set<String> textSet(MappingReader mapping, String key) {
    return mapping.texts(key).stream().map(Located::value).collect(Collectors.toSet());
  }

  /** A name stands for that tenant; a mapping says which claim to read. */
  private Optional<TenantBinding> tenant(MappingReader mapping, YamlNode node) {
    if (node instanceof YamlNode.Scalar) {
      return mapping.text("tenant").map(name -> new TenantBinding.Fixed(name.value()));
    }
    return mapping
        .mapping("tenant", List.of("claim", "any-of"))
        .flatMap(
            claimed -> {
              Set<String> among = textSet(claimed, "any-of");
              return claimed
                  .requiredNode("claim")
                  .flatMap(claim -> new ClaimMappingReader(settings).path(claimed, "claim"))
                  .map(claim -> new TenantBinding.Claimed(claim, among));
            });
  }

  /** One word, or which claim says it by which values. */
  private Optional<ClientTokens> clientTokens(MappingReader mapping, YamlNode node) {
    if (node instanceof YamlNode.Scalar) {
      return mapping
          .text("client-tokens")
          .flatMap(
              word ->
                  word.value().equals(SUBJECT_IS_CLIENT)
                      ? Optional.of(new ClientTokens.SubjectIsClient())
                      : settings.refuse(
                          word.span(),
                          "`client-tokens` is `"
                              + SUBJECT_IS_CLIENT
                              + "` or a mapping with `claim` and `any-of`"));
    }
    return mapping
        .mapping("client-tokens", List.of("claim", "any-of"))
        .flatMap(
            marked ->
                marked
                    .requiredNode("claim")
                    .flatMap(claim -> new ClaimMappingReader(settings).path(marked, "claim"))
                    .flatMap(
                        claim ->
                            settings.made(
                                marked.span(),
                                () -> new ClientTokens.Marked(claim, textSet(marked, "any-of")))));
  }

  private List<SignatureAlgorithm> algorithms(MappingReader mapping) {
    var algorithms = new ArrayList<SignatureAlgorithm>();
    for (Located<String> name : mapping.texts("algorithms")) {
      algorithm(name).ifPresent(algorithms::add);
    }
    return algorithms;
  }

  private Optional<SignatureAlgorithm> algorithm(Located<String> name) {
    Optional<SignatureAlgorithm> algorithm =
        Arrays.stream(SignatureAlgorithm.values())
            .filter(known -> known.name().equals(name.value()))
            .findFirst();
    return algorithm.isPresent()
        ? algorithm
        : settings.refuse(
            name.span(),
            "`"
                + name.value()
                + "` is no signature algorithm that is accepted here; name one of "
                + Arrays.stream(SignatureAlgorithm.values())
                    .map(known -> "`" + known + "`")
                    .collect(Collectors.joining(", ")));
  }
}
