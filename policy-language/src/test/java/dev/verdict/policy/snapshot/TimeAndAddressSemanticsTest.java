package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions say of timestamps, durations and addresses. */
class TimeAndAddressSemanticsTest {

  private static final String SCHEMA =
      """
      subjects: { user: {} }
      resources:
        document:
          tenant-isolated: false
          actions: [read]
          attributes:
            created: timestamp
            last: timestamp
            keep: duration
            longest: duration
            pauses: set<duration>
            calendar: duration
            number: duration
            grace: duration?
            host: ip
            mapped: ip
            octal: ip
            hosts: set<ip>
            network: cidr
            networks: list<cidr>
            loose: cidr
            unset: ip?
      """;

  private static final Attributes RESOURCE =
      attributes(
          "created",
          "2026-05-31T22:00:00Z",
          "last",
          "9999-12-31T23:00:00Z",
          "keep",
          "P1DT12H",
          "longest",
          "P3652500D",
          "pauses",
          List.of("PT15M", "PT60M"),
          "calendar",
          "P1M",
          "number",
          900,
          "host",
          "10.1.2.3",
          "mapped",
          "::ffff:10.1.2.3",
          "octal",
          "010.1.2.3",
          "hosts",
          List.of("10.1.2.3", "2001:DB8::0:1"),
          "network",
          "10.0.0.0/8",
          "networks",
          List.of("192.0.2.0/24", "2001:db8::/32"),
          "loose",
          "10.0.0.1/8");

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        // durations
        "resource.keep == duration('PT36H')                                   -> true",
        "resource.keep > duration('P1D')                                      -> true",
        "resource.keep <= duration('PT35H59M59.999999999S')                   -> false",
        "resource.keep != duration('P1DT12H')                                 -> false",
        "duration('P1W') == duration('P7D')                                   -> true",
        "duration('PT1H') =~ resource.pauses                                  -> true",
        "resource.keep =~ [duration('PT36H'), duration('P1D')]                -> true",
        "(resource.grace ?? duration('PT5M')) == duration('PT300S')           -> true",
        "resource.calendar == duration('P30D')                                -> error",
        "resource.number == duration('PT15M')                                 -> error",
        // reckoning with times
        "context.now - resource.created == duration('PT2H')                   -> true",
        "resource.created - context.now == -duration('PT2H')                  -> true",
        "resource.created - context.now < duration('PT0S')                    -> true",
        "resource.created + resource.keep > context.now                       -> true",
        "duration('PT2H') + resource.created == context.now                   -> true",
        "context.now - duration('PT2H') == resource.created                   -> true",
        "resource.keep + duration('PT12H') == duration('P2D')                 -> true",
        "resource.keep - duration('P2D') == -duration('PT12H')                -> true",
        "resource.last + duration('PT1H') > context.now                       -> error",
        "resource.longest + duration('PT0.000000001S') > duration('PT0S')     -> error",
        "resource.last + duration('PT59M59S') > context.now                   -> true",
        "resource.created + context.now > context.now                         -> unloadable",
        "resource.keep - context.now > resource.keep                          -> unloadable",
        "resource.keep * 2 > resource.keep                                    -> unloadable",
        "resource.keep + 1 > resource.keep                                    -> unloadable",
        "resource.keep > context.now                                          -> unloadable",
        "-context.now == context.now                                          -> unloadable",
        // addresses
        "resource.host == ip('10.1.2.3')                                      -> true",
        "resource.host == ip('::ffff:10.1.2.3')                               -> true",
        "resource.mapped == resource.host                                     -> true",
        "resource.host =~ resource.hosts                                      -> true",
        "ip('2001:db8::1') =~ resource.hosts                                  -> true",
        "ip('10.1.2.4') =~ resource.hosts                                     -> false",
        "resource.host =~ [ip('::1'), ip('10.1.2.3')]                         -> true",
        "resource.octal == ip('8.1.2.3')                                      -> error",
        "has(resource.unset) && resource.unset == resource.host               -> false",
        "resource.host == '10.1.2.3'                                          -> unloadable",
        "resource.host < ip('10.1.2.4')                                       -> unloadable",
        // ranges
        "resource.network == cidr('10.0.0.0/8')                               -> true",
        "cidr('2001:DB8:0::/32') =~ resource.networks                         -> true",
        "size(resource.networks) == 2                                         -> true",
        "resource.loose == resource.network                                   -> error",
        "resource.host == resource.network                                    -> unloadable",
        "resource.host =~ resource.network                                    -> unloadable",
      })
  void timesAndAddressesAreWhatTheyMeanNotHowTheyAreWritten(String condition, String expected) {
    assertThat(ConditionOutcome.of(SCHEMA, condition, request())).isEqualTo(expected);
  }

  private static AccessRequest request() {
    return new AccessRequest(
        new Entity("user", "alice"),
        new Action("read"),
        new Entity("document", "d1", RESOURCE),
        Attributes.NONE,
        Instant.parse("2026-06-01T00:00:00Z"));
  }
}
