package dev.verdict.server.door.grpc;

import dev.verdict.server.connection.Connection;
import io.grpc.netty.shaded.io.netty.buffer.ByteBuf;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandlerContext;
import io.grpc.netty.shaded.io.netty.channel.ChannelInboundHandlerAdapter;
import io.grpc.netty.shaded.io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Looks at what arrives on a connection until a call on it is authenticated. What is not HTTP/2, or
 * not TLS where that is spoken, ends here: gRPC would log what was sent. And no more is let through
 * than a first call needs.
 */
final class FirstBytes extends ChannelInboundHandlerAdapter {

  /** More than the windows of flow control let a call send before somebody reads it. */
  static final int MAX_UNPROVEN_BYTES = GrpcDoor.FLOW_CONTROL_WINDOW + (64 << 10);

  /** RFC 9113 §3.4. */
  private static final byte[] HTTP_2 =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** A record of a handshake (RFC 8446 §5.1). */
  private static final byte[] TLS = {22, 3};

  private final Connection connection;
  private final byte[] expected;
  private int seen;

  FirstBytes(Connection connection, boolean tls) {
    this.connection = connection;
    this.expected = tls ? TLS : HTTP_2;
  }

  /** What is due at once comes after the next round in which the loop reads. */
  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    var unused = context.executor().schedule(connection::seen, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (connection.isProven()) {
      context.pipeline().remove(this);
      context.fireChannelRead(message);
      return;
    }
    var bytes = (ByteBuf) message;
    boolean speaksGrpc = isExpected(bytes);
    seen += bytes.readableBytes();
    if (speaksGrpc && seen <= MAX_UNPROVEN_BYTES) {
      context.fireChannelRead(message);
      return;
    }
    ReferenceCountUtil.release(message);
    if (speaksGrpc) {
      connection.sentTooMuch();
    } else {
      connection.sentAnotherProtocol();
    }
  }

  private boolean isExpected(ByteBuf bytes) {
    int end = Math.min(expected.length - seen, bytes.readableBytes());
    for (int i = 0; i < end; i++) {
      if (bytes.getByte(bytes.readerIndex() + i) != expected[seen + i]) {
        return false;
      }
    }
    return true;
  }
}
