package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An established connection of an attacker. */
final class Connection {

  private final Channel channel;
  private final Replies replies;

  Connection(Channel channel, Replies replies) {
    this.channel = channel;
    this.replies = replies;
  }

  boolean isOpen() {
    return channel.isActive();
  }

  /** Whether all that was sent is on its way: else the server does not read. */
  boolean isWritable() {
    return channel.isWritable();
  }

  /** Sends the bytes, and releases them. */
  void send(ByteBuf bytes) {
    var unused = channel.writeAndFlush(bytes, channel.voidPromise());
  }

  /** Repeats an act until the connection is closed. */
  void every(Duration interval, Runnable act) {
    var repeated =
        channel.eventLoop().scheduleAtFixedRate(act, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    var unused = channel.closeFuture().addListener(closed -> repeated.cancel(false));
  }

  /** Reads nothing more, so that answers stay with the server. */
  void stopReading() {
    channel.config().setAutoRead(false);
  }

  /** Lets go after a time, in whatever state it is. */
  void closeAfter(Duration time) {
    var unused = channel.eventLoop().schedule(this::close, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  void close() {
    replies.endOfAttack();
    var unused = channel.close();
  }

  /** Closes with a reset in place of a proper end. */
  void reset() {
    replies.reset();
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    var unused = channel.close();
  }
}
