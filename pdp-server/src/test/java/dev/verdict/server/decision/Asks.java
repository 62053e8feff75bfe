package dev.verdict.server.decision;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Vouchers;
import dev.verdict.server.rights.CallerRights;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks whose request is all that matters. */
public final class Asks {

  private static final Caller ANYONE =
      new Caller(Optional.empty(), Optional.empty(), CallerRights.ALL);

  private Asks() {}

  public static Ask of(AccessRequest request) {
    return new Ask(request, ANYONE, Door.HTTP, Optional.empty(), Vouchers.CALLER_ALONE);
  }

  public static List<Ask> of(AccessRequest... requests) {
    return Stream.of(requests).map(Asks::of).toList();
  }
}
