package dev.verdict.server.wiring;

import dev.verdict.server.configuration.CallerName;
import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.log.PrintableText;
import dev.verdict.server.rights.CallRight;
import dev.verdict.server.rights.CallerRights;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the log who may do what, when a server starts: one line for each caller. */
final class RightsLog {

  private static final Logger LOG = LoggerFactory.getLogger(RightsLog.class);
  private static final int MAX_CALLERS = 100;
  private static final Comparator<CallerName> ORDER =
      Comparator.comparing(CallerName::issuer)
          .thenComparing(CallerName::kind)
          .thenComparing(CallerName::id);

  private RightsLog() {}

  /**
   * Tells the rights of every caller.
   *
   * @param identity absent: everybody has all rights
   */
  static void write(Optional<IdentityConfiguration> identity) {
    if (identity.isEmpty()) {
      LOG.warn(
          "event=open_development_mode rights=all advice=\"every caller is believed; set `identity`"
              + " before anybody else can reach this server\"");
      return;
    }
    var callers = identity.get().callers();
    callers.keySet().stream()
        .sorted(ORDER)
        .limit(MAX_CALLERS)
        .forEach(name -> write(text(name), callers.getOrDefault(name, CallerRights.LEAST)));
    if (callers.size() > MAX_CALLERS) {
      LOG.info("event=caller_rights_left_out count={}", callers.size() - MAX_CALLERS);
    }
    write("others=all", identity.get().others());
  }

  private static void write(String who, CallerRights rights) {
    LOG.info(
        "event=caller_rights {} resource_types={} actions={} tenants={} may_assert={}"
            + " may_replace={} must_pass_subject_token={} may_call={}",
        who,
        text(rights.resourceTypes()),
        text(rights.actions()),
        text(rights.tenants()),
        words(rights.asserts()),
        words(rights.replaces()),
        rights.passesSubjectToken(),
        list(rights.calls().stream().map(CallRight::word).toList()));
  }

  private static String text(CallerName name) {
    return name.kind().name().toLowerCase(Locale.ROOT)
        + "="
        + PrintableText.quoted(name.id())
        + " issuer="
        + PrintableText.quoted(name.issuer());
  }

  private static String text(Optional<Set<String>> names) {
    return names.map(RightsLog::list).orElse("all");
  }

  private static String words(Set<? extends Enum<?>> parts) {
    return list(parts.stream().map(part -> part.name().toLowerCase(Locale.ROOT)).toList());
  }

  /** In one order at each start; within quotes, so it is not to be taken for the word of all. */
  private static String list(Collection<String> names) {
    return PrintableText.quoted(names.stream().sorted().collect(Collectors.joining(",")));
  }
}
