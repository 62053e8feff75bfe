package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Understands the beginning of what comes back on one connection, HTTP/1.1 or HTTP/2. */
final class Replies extends SimpleChannelInboundHandler<ByteBuf> {

  private static final String HTTP = "HTTP/1.1 ";
  private static final int STATUS_LENGTH = HTTP.length() + 3;

  private final Told told;
  private final ByteBuf beginning = Unpooled.buffer(STATUS_LENGTH);
  private Optional<FrameReader> frames = Optional.empty();
  private boolean understood;
  private boolean ended;
  private long length;

  Replies(Told told) {
    this.told = told;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
    length += bytes.readableBytes();
    told.length(length);
    if (frames.isPresent()) {
      frames.get().read(bytes);
    } else if (!understood) {
      beginning.writeBytes(bytes);
      understand();
    }
  }

  private void understand() {
    if (beginning.readableBytes() < STATUS_LENGTH) {
      return;
    }
    understood = true;
    String text = beginning.toString(0, STATUS_LENGTH, StandardCharsets.ISO_8859_1);
    if (text.startsWith(HTTP)) {
      told.hear("HTTP " + text.substring(HTTP.length()));
    } else {
      var reader = new FrameReader(told);
      frames = Optional.of(reader);
      reader.read(beginning);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end("closed without an answer");
    frames.ifPresent(FrameReader::close);
  }

  /** The attack is over, and the connection was still open. */
  void endOfAttack() {
    end("nothing, and stayed open");
  }

  /** The attacker resets the connection, as it wanted from the beginning. */
  void reset() {
    end("taken, and reset by us");
  }

  private void end(String words) {
    if (!ended) {
      ended = true;
      hearOfEnd(words);
    }
  }

  /** A connection that had an answer counts with that alone. */
  private void hearOfEnd(String words) {
    boolean answered = frames.map(FrameReader::hasAnswers).orElse(understood);
    if (!answered) {
      told.hear(words);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // resets are expected; the end of the connection says it
    var unused = context.close();
  }
}
