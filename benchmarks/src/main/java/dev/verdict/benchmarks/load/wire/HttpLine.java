package dev.verdict.benchmarks.load.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 as the measured servers speak it: a status, a content length, a body. */
final class HttpLine extends ByteToMessageDecoder implements Line {

  private static final String OK = "http/1.1 200 ";
  private static final String LENGTH = "\r\ncontent-length: ";
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final ByteBuf END = Unpooled.wrappedBuffer(END_OF_HEAD);

  private final List<byte[]> requests;
  private @Nullable ChannelHandlerContext context;
  private @Nullable Caller caller;
  private int message;

  HttpLine(List<byte[]> requests) {
    this.requests = requests;
  }

  /** All bytes of each request. */
  static List<byte[]> requests(String path, List<Message> messages) {
    return messages.stream().map(message -> request(path, message)).toList();
  }

  private static byte[] request(String path, Message message) {
    String head =
        "POST %s HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n%scontent-length: %d\r\n\r\n"
            .formatted(
                path,
                message.token().map("authorization: Bearer %s\r\n"::formatted).orElse(""),
                message.body().length);
    byte[] first = head.getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[first.length + message.body().length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(message.body(), 0, all, first.length, message.body().length);
    return all;
  }

  @Override
  public ChannelHandler handler() {
    return this;
  }

  @Override
  public int capacity() {
    return 1;
  }

  @Override
  public void ask(int asked, Caller asking) {
    ChannelHandlerContext open = context;
    if (open == null) {
      asking.failed(asked, "the connection is closed");
      return;
    }
    message = asked;
    caller = asking;
    var unused =
        open.writeAndFlush(Unpooled.wrappedBuffer(requests.get(asked)), open.voidPromise());
  }

  @Override
  public void channelActive(ChannelHandlerContext active) {
    context = active;
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext removed) {
    context = null;
    end("the connection was closed");
  }

  @Override
  protected void decode(ChannelHandlerContext from, ByteBuf in, List<Object> out) {
    int start = in.readerIndex();
    int head = ByteBufUtil.indexOf(END, in);
    if (head < 0) {
      return;
    }
    String text =
        in.toString(start, head - start, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    int length = length(text);
    if (in.writerIndex() - head - END_OF_HEAD.length < length) {
      return;
    }
    in.readerIndex(head + END_OF_HEAD.length);
    byte[] body = new byte[length];
    in.readBytes(body);
    if (text.startsWith(OK)) {
      answered(body);
    } else {
      end(text.lines().findFirst().orElse("") + ": " + new String(body, StandardCharsets.UTF_8));
    }
  }

  private static int length(String head) {
    int start = head.indexOf(LENGTH);
    if (start < 0) {
      throw new IllegalStateException("an answer without a content length: " + head);
    }
    start += LENGTH.length();
    int end = head.indexOf('\r', start);
    return Integer.parseInt(end < 0 ? head.substring(start) : head.substring(start, end));
  }

  private void answered(byte[] body) {
    Caller asking = caller;
    caller = null;
    if (asking != null) {
      asking.answered(message, body);
    }
  }

  private void end(String why) {
    Caller asking = caller;
    caller = null;
    if (asking != null) {
      asking.failed(message, why);
    }
  }
}
