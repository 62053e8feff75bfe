package dev.verdict.server.identity.key;

import dev.verdict.server.identity.RefusedTokenException;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.log.PrintableText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one issuer, kept fresh in the background.
 *
 * <p>A request only ever looks at what is there: it neither waits for the issuer nor can make the
 * server ask it more often than every {@value #MIN_SECONDS_BETWEEN_READS} s, however many unknown
 * key ids are thrown at it. While the issuer is down its last good keys serve, but not for ever: it
 * may have withdrawn one of them.
 */
public final class IssuerKeys {

  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
  private static final long MIN_SECONDS_BETWEEN_READS = 30;

  private final String issuer;
  private final KeySource source;
  private final KeySetReader reader;
  private final Duration maxStale;
  private final ScheduledExecutorService executor;
  private final Clock clock;
  private final MinimumInterval reads = new MinimumInterval(MIN_SECONDS_BETWEEN_READS * 1_000);
  private final AtomicBoolean lookAwaited = new AtomicBoolean();
  private volatile @Nullable Fetched fetched;

  public IssuerKeys(
      String issuer,
      KeySource source,
      KeySetReader reader,
      Duration maxStale,
      ScheduledExecutorService executor,
      Clock clock) {
    this.issuer = issuer;
    this.source = source;
    this.reader = reader;
    this.maxStale = maxStale;
    this.executor = executor;
    this.clock = clock;
  }

  /**
   * Reads the keys now, in this thread.
   *
   * @return whether they are other keys than before
   */
  public synchronized boolean load() throws KeysUnavailableException {
    Instant now = clock.instant();
    reads.happens(now.toEpochMilli());
    Fetched before = fetched;
    KeySet read = reader.read(source.read());
    KeySet keys = before == null ? read : read.keeping(before.keys());
    fetched = new Fetched(keys, now);
    LOG.debug("event=keys_read issuer={} keys={}", PrintableText.quoted(issuer), keys.size());
    return before == null || !before.keys().isSameAs(keys);
  }

  /** Reads the keys again and again, until the executor is shut down. */
  public void follow(Duration interval) {
    long millis = interval.toMillis();
    var unused =
        executor.scheduleWithFixedDelay(this::refresh, millis, millis, TimeUnit.MILLISECONDS);
  }

  /**
   * Whether a key that was found before would be found now. One that the issuer still publishes
   * unchanged stays the same, however often the keys are read.
   */
  public boolean hold(String keyId, VerificationKey key, Instant now) {
    Fetched current = fetched;
    return current != null
        && !now.isAfter(current.at().plus(maxStale))
        && current.keys().find(keyId) == key;
  }

  public VerificationKey find(String keyId, Instant now) throws RefusedTokenException {
    Fetched current = fetched;
    if (current == null || now.isAfter(current.at().plus(maxStale))) {
      refreshSoon(now);
      throw new RefusedTokenException(TokenFault.KEYS_UNAVAILABLE);
    }
    VerificationKey key = current.keys().find(keyId);
    if (key == null) {
      refreshSoon(now);
      throw new RefusedTokenException(TokenFault.UNKNOWN_KEY);
    }
    return key;
  }

  /**
   * Has the keys read soon, without waiting for their interval to pass, and tells in the log what
   * came of it. Never blocks; a wish while another waits is the same wish.
   */
  public void lookNow() {
    if (lookAwaited.compareAndSet(false, true) && !execute(this::look)) {
      lookAwaited.set(false);
    }
  }

  private void look() {
    lookAwaited.set(false);
    LOG.info(
        "event=keys_looked_at issuer={} outcome={}",
        PrintableText.quoted(issuer),
        refreshed().name().toLowerCase(Locale.ROOT));
  }

  /** Never throws: a schedule whose task throws ends without a word. */
  public void refresh() {
    var unused = refreshed();
  }

  private Look refreshed() {
    try {
      return load() ? Look.CHANGED : Look.UNCHANGED;
    } catch (KeysUnavailableException unavailable) {
      LOG.warn(
          "event=keys_unavailable issuer={} cause={}",
          PrintableText.quoted(issuer),
          PrintableText.quoted(String.valueOf(unavailable.getMessage())));
    } catch (RuntimeException fault) {
      LOG.error(
          "event=keys_unavailable issuer={} cause=\"a fault of this server\"",
          PrintableText.quoted(issuer),
          fault);
    }
    return Look.UNAVAILABLE;
  }

  private void refreshSoon(Instant now) {
    if (reads.tryNow(now.toEpochMilli())) {
      var unused = execute(this::refresh);
    }
  }

  private boolean execute(Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (RejectedExecutionException goingDown) {
      LOG.debug(
          "event=keys_not_read issuer={} cause=\"the server is going down\"",
          PrintableText.quoted(issuer));
      return false;
    }
  }

  /** The outcomes of reading the keys. */
  private enum Look {
    CHANGED,
    UNCHANGED,
    /** They could not be read; those from before serve. */
    UNAVAILABLE
  }

  private record Fetched(KeySet keys, Instant at) {}
}
