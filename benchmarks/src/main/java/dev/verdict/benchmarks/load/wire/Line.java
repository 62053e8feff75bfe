package dev.verdict.benchmarks.load.wire;

import io.netty.channel.ChannelHandler;

/** One connection; it takes calls once it is established. */
interface Line {

  /** What the channel's pipeline needs. */
  ChannelHandler handler();

  /** How many calls it can have under way. */
  int capacity();

  /** Sends a message; never more at once than there is capacity for. */
  void ask(int message, Caller caller);
}
