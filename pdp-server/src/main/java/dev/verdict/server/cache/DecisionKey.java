package dev.verdict.server.cache;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute.Part;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question and the snapshot that it was put to: everything that a decision depends on but the
 * time. Two keys are equal if and only if all of that is, compared in full and never by hash alone.
 *
 * <p>INVARIANT: whatever is added to a request is added here. The time is left out on purpose: how
 * long a decision holds stands in the decision.
 */
public final class DecisionKey implements Comparable<DecisionKey> {

  /** Size of the largest key, in bytes: a larger question is rare and asked once. */
  public static final int MAX_BYTES = 16 * 1_024;

  private static final Part[] PARTS = Part.values();

  private final byte[] bytes;
  private final int hash;

  private DecisionKey(byte[] bytes) {
    this.bytes = bytes;
    this.hash = Arrays.hashCode(bytes);
  }

  /**
   * The key of a request; empty where it would be larger than {@link #MAX_BYTES}.
   *
   * @param revision of the snapshot that decides
   */
  public static Optional<DecisionKey> of(String revision, AccessRequest request) {
    var writer = new KeyWriter(MAX_BYTES);
    writer.text(revision);
    entity(writer, request.subject());
    writer.text(request.action().name());
    writer.structure(request.action().attributes());
    entity(writer, request.resource());
    writer.structure(request.context());
    writer.presence(request.actor().isPresent());
    request.actor().ifPresent(actor -> entity(writer, actor));
    entitlement(writer, request.entitlement());
    return writer.isTooLarge() ? Optional.empty() : Optional.of(new DecisionKey(writer.toBytes()));
  }

  private static void entitlement(KeyWriter writer, Entitlement entitlement) {
    for (Part part : PARTS) {
      writer.presence(entitlement.mayReplace(part));
    }
    writer.presence(entitlement.tenants().isPresent());
    if (entitlement.tenants().isPresent()) {
      writer.names(entitlement.tenants().get());
    }
  }

  private static void entity(KeyWriter writer, Entity entity) {
    writer.text(entity.type());
    writer.text(entity.id());
    writer.structure(entity.attributes());
  }

  /** In bytes. */
  int size() {
    return bytes.length;
  }

  /**
   * Some order, consistent with equals. A hash table falls back on it where a caller has made many
   * keys with one hash, which would be a way to slow the server down.
   */
  @Override
  public int compareTo(DecisionKey other) {
    return Arrays.compare(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DecisionKey key && hash == key.hash && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** No content: values are not for logs. */
  @Override
  public String toString() {
    return "DecisionKey[" + bytes.length + " bytes]";
  }
}
