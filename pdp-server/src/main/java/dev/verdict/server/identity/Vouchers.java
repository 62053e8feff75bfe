package dev.verdict.server.identity;

import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.RequestAttribute.Part;
import dev.verdict.server.rights.CallerRights;
import java.util.EnumSet;

/**
 * Who vouches for each part of a request, its attributes included.
 *
 * @param subject for the subject
 * @param actor for the actor, or for the statement that nobody acts for the subject
 * @param resource for the resource
 * @param context for the context
 */
public record Vouchers(Voucher subject, Voucher actor, Voucher resource, Voucher context) {

  /**
   * What the attributes of a request may do: those that a token vouches for stand in the place of
   * stored ones, and those that the caller may replace.
   */
  public Entitlement entitlement(CallerRights rights) {
    if (subject == Voucher.CALLER && actor == Voucher.CALLER && rights.equals(CallerRights.ALL)) {
      return Entitlement.FULL;
    }
    var replaces = EnumSet.noneOf(Part.class);
    replaces.addAll(rights.replaces());
    if (subject == Voucher.TOKEN) {
      replaces.add(Part.SUBJECT);
    }
    if (actor == Voucher.TOKEN) {
      replaces.add(Part.ACTOR);
    }
    return new Entitlement(replaces, rights.tenants());
  }

  /** The caller vouches for everything. */
  public static final Vouchers CALLER_ALONE =
      new Vouchers(Voucher.CALLER, Voucher.CALLER, Voucher.CALLER, Voucher.CALLER);

  /** A token names the subject and whether somebody acts for it; the rest is the caller's word. */
  public static final Vouchers TOKEN_FOR_WHO_ASKS =
      new Vouchers(Voucher.TOKEN, Voucher.TOKEN, Voucher.CALLER, Voucher.CALLER);

  /** A token names the subject; the rest, the actor included, is the caller's word. */
  public static final Vouchers TOKEN_FOR_THE_SUBJECT =
      new Vouchers(Voucher.TOKEN, Voucher.CALLER, Voucher.CALLER, Voucher.CALLER);
}
