package dev.verdict.server.configuration;

import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.server.configuration.CallerName.Kind;
import dev.verdict.server.rights.CallRight;
import dev.verdict.server.rights.CallerRights;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what callers may do. */
final class CallersReader {

  private static final String CALL = "may-call";
  private static final String ASSERT = "may-assert";
  private static final String REPLACE = "may-replace";
  private static final String ASK_ABOUT = "may-ask-about";
  private static final String PASS_TOKEN = "must-pass-subject-token";
  private static final List<String> RIGHTS = List.of(ASK_ABOUT, ASSERT, REPLACE, PASS_TOKEN, CALL);
  private static final List<String> KEYS =
      Stream.concat(Stream.of("issuer", "client", "subject"), RIGHTS.stream()).toList();
  private static final List<String> THINGS = List.of("resource-types", "actions", "tenants");

  private final SettingReader settings;

  CallersReader(SettingReader settings) {
    this.settings = settings;
  }

  /** The rights of each listed caller. */
  Map<CallerName, CallerRights> callers(MappingReader identity) {
    var callers = new HashMap<CallerName, CallerRights>();
    for (YamlNode item : identity.items("callers")) {
      MappingReader.open(item, "a caller", KEYS, settings.diagnostics())
          .ifPresent(
              caller ->
                  name(caller)
                      .ifPresent(
                          name -> {
                            if (callers.put(name, rights(caller)) != null) {
                              settings.refuse(
                                  caller.span(), "the caller `" + name.id() + "` is there twice");
                            }
                          }));
    }
    return callers;
  }

  /** The rights of everybody else. */
  CallerRights others(MappingReader identity) {
    return identity.mapping("other-callers", RIGHTS).map(this::rights).orElse(CallerRights.LEAST);
  }

  private Optional<CallerName> name(MappingReader caller) {
    Optional<Located<String>> issuer = caller.requiredText("issuer");
    Optional<Located<String>> client = caller.text("client");
    Optional<Located<String>> subject = caller.text("subject");
    if (client.isPresent() == subject.isPresent()) {
      return settings.refuse(
          caller.span(),
          "a caller is named by its `client` or by its `subject`; write one of them");
    }
    Kind kind = client.isPresent() ? Kind.CLIENT : Kind.SUBJECT;
    Located<String> id = client.or(() -> subject).orElseThrow();
    return issuer.flatMap(
        from ->
            settings.made(id.span(), () -> CallerName.configured(from.value(), kind, id.value())));
  }

  private CallerRights rights(MappingReader reader) {
    Optional<MappingReader> things = reader.mapping(ASK_ABOUT, THINGS);
    Set<Part> asserts =
        reader.has(ASSERT)
            ? constants(reader, ASSERT, Part.values(), CallersReader::word)
            : CallerRights.LEAST.asserts();
    Set<Part> replaces = constants(reader, REPLACE, Part.values(), CallersReader::word);
    Set<CallRight> calls =
        reader.has(CALL)
            ? constants(reader, CALL, CallRight.values(), CallRight::word)
            : CallerRights.LEAST.calls();
    boolean passes = reader.flag(PASS_TOKEN).orElse(false);
    if (!asserts.containsAll(replaces)) {
      settings.refuse(
          reader.span(), "`may-replace` names what `may-assert` does not; add it there");
    }
    if (passes && asserts.contains(Part.SUBJECT)) {
      settings.refuse(
          reader.span(),
          "`must-pass-subject-token` and `may-assert: subject` contradict each other; keep one");
    }
    return new CallerRights(
        names(things, "resource-types"),
        names(things, "actions"),
        names(things, "tenants"),
        asserts,
        replaces,
        passes,
        calls);
  }

  private static Optional<Set<String>> names(Optional<MappingReader> things, String key) {
    return things
        .filter(reader -> reader.has(key))
        .map(reader -> reader.texts(key).stream().map(Located::value).collect(Collectors.toSet()));
  }

  private <T> Set<T> constants(
      MappingReader reader, String key, T[] constants, Function<T, String> word) {
    Map<String, T> known =
        Arrays.stream(constants).collect(Collectors.toMap(word, Function.identity()));
    var found = new HashSet<T>();
    for (Located<String> name : reader.texts(key)) {
      T constant = known.get(name.value());
      if (constant == null) {
        settings.refuse(
            name.span(),
            "`"
                + key
                + "` knows no `"
                + name.value()
                + "`"
                + Suggestion.didYouMean(name.value(), known.keySet())
                + "; it lists any of "
                + known.keySet().stream()
                    .sorted()
                    .map(each -> "`" + each + "`")
                    .collect(Collectors.joining(", ")));
      } else {
        found.add(constant);
      }
    }
    return found;
  }

  private static String word(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
