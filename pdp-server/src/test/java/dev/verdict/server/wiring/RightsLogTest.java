package dev.verdict.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.server.configuration.CallerName;
import dev.verdict.server.configuration.CallerName.Kind;
import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.configuration.IssuerConfiguration;
import dev.verdict.server.configuration.JwksConfiguration;
import dev.verdict.server.configuration.JwksLocation;
import dev.verdict.server.log.CapturedLog;
import dev.verdict.server.rights.CallRight;
import dev.verdict.server.rights.CallerRights;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RightsLogTest {

  private static final String ISSUER = "https://id.example.com";

  @RegisterExtension private final CapturedLog log = CapturedLog.of(RightsLog.class);

  @Test
  void developmentModeSaysThatItGrantsEveryRight() {
    RightsLog.write(Optional.empty());

    assertThat(log.lines()).singleElement().asString().contains("open_development_mode rights=all");
    assertThat(log.events().get(0).getLevel()).isEqualTo(Level.WARN);
  }

  @Test
  void eachCallerIsALineAndSoAreAllOthers() {
    var gateway =
        new CallerRights(
            Optional.of(Set.of("invoice")),
            Optional.empty(),
            Optional.of(Set.of("globex", "acme")),
            Set.of(Part.SUBJECT, Part.RESOURCE),
            Set.of(Part.RESOURCE),
            false,
            Set.of(CallRight.EVALUATE, CallRight.EXPLAIN));

    write(Map.of(caller("gate\" may_call=\"way"), gateway));

    assertThat(log.lines())
        .containsExactly(
            "event=caller_rights subject=\"gate\\\" may_call=\\\"way\" issuer=\""
                + ISSUER
                + "\" resource_types=\"invoice\" actions=all tenants=\"acme,globex\""
                + " may_assert=\"resource,subject\" may_replace=\"resource\""
                + " must_pass_subject_token=false may_call=\"evaluate,explain\"",
            "event=caller_rights others=all resource_types=all actions=all tenants=all"
                + " may_assert=\"action,context,resource\" may_replace=\"\""
                + " must_pass_subject_token=false may_call=\"evaluate\"");
  }

  @Test
  void manyCallersAreNotManyLines() {
    var callers = new HashMap<CallerName, CallerRights>();
    for (int i = 0; i < 150; i++) {
      callers.put(caller("service-" + i), CallerRights.LEAST);
    }

    write(callers);

    assertThat(log.lines()).hasSize(102).contains("event=caller_rights_left_out count=50");
  }

  private static CallerName caller(String id) {
    return new CallerName(ISSUER, Kind.SUBJECT, id);
  }

  private static void write(Map<CallerName, CallerRights> callers) {
    var keys = new JwksConfiguration(new JwksLocation.File(Path.of("keys.json")));
    RightsLog.write(
        Optional.of(
            new IdentityConfiguration(
                List.of(IssuerConfiguration.builder(ISSUER, Set.of("us"), keys).build()),
                callers,
                CallerRights.LEAST,
                IdentityConfiguration.DEFAULT_CLOCK_SKEW,
                IdentityConfiguration.DEFAULT_TENANT_ATTRIBUTE)));
  }
}
