package dev.verdict.benchmarks.load.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.DefaultHttp2FrameReader;
import io.netty.handler.codec.http2.DefaultHttp2FrameWriter;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.collection.IntObjectHashMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unary gRPC calls in HTTP/2 frames. It keeps to the server's flow control and gives the server all
 * the room for answers that it may need.
 */
final class GrpcLine extends ByteToMessageDecoder implements Line {

  /** Fewer than the servers allow. */
  private static final int CAPACITY = 200;

  private static final int PREFIX = 5;
  private static final int WINDOW = 1 << 24;

  private record Stream(int message, Caller caller, Body body) {}

  private static final class Body {
    private byte[] bytes = new byte[0];

    void add(ByteBuf data) {
      int old = bytes.length;
      bytes = Arrays.copyOf(bytes, old + data.readableBytes());
      data.getBytes(data.readerIndex(), bytes, old, data.readableBytes());
    }
  }

  private final List<Http2Headers> heads;
  private final List<Message> messages;
  private final DefaultHttp2FrameReader reader = new DefaultHttp2FrameReader(false);
  private final DefaultHttp2FrameWriter writer = new DefaultHttp2FrameWriter();
  private final Frames frames = new Frames();
  private final IntObjectHashMap<Stream> streams = new IntObjectHashMap<>();
  private final ArrayDeque<Stream> waiting = new ArrayDeque<>();
  private @Nullable ChannelHandlerContext context;
  private int nextStream = 1;
  private int window = Http2CodecUtil.DEFAULT_WINDOW_SIZE;
  private int taken;
  private boolean flushing;

  GrpcLine(List<Http2Headers> heads, List<Message> messages) {
    this.heads = heads;
    this.messages = messages;
  }

  /** The header fields of each message, as a client of grpc-java sends them. */
  static List<Http2Headers> heads(String path, List<Message> messages) {
    return messages.stream().map(message -> head(path, message)).toList();
  }

  private static Http2Headers head(String path, Message message) {
    Http2Headers head =
        new DefaultHttp2Headers()
            .method("POST")
            .scheme("http")
            .authority("localhost")
            .path(path)
            .add("te", "trailers")
            .add("content-type", "application/grpc")
            .add("user-agent", "verdict-benchmarks")
            .add("grpc-accept-encoding", "gzip");
    message.token().ifPresent(token -> head.add("authorization", "Bearer " + token));
    return head;
  }

  @Override
  public ChannelHandler handler() {
    return this;
  }

  @Override
  public int capacity() {
    return CAPACITY;
  }

  @Override
  public void ask(int message, Caller caller) {
    waiting.add(new Stream(message, caller, new Body()));
    send();
  }

  private void send() {
    ChannelHandlerContext open = context;
    if (open == null) {
      fail("the connection is closed");
      return;
    }
    while (!waiting.isEmpty() && PREFIX + body(waiting.peek()).length <= window) {
      send(open, waiting.remove());
    }
    if (!flushing) {
      flushing = true;
      open.executor().execute(this::flush);
    }
  }

  /** Once for all calls of a turn of the loop, as gRPC's own clients do. */
  private void flush() {
    flushing = false;
    if (context != null) {
      context.flush();
    }
  }

  private void send(ChannelHandlerContext open, Stream stream) {
    int id = nextStream;
    nextStream += 2;
    streams.put(id, stream);
    byte[] body = body(stream);
    window -= PREFIX + body.length;
    ByteBuf data = open.alloc().buffer(PREFIX + body.length);
    data.writeByte(0).writeInt(body.length).writeBytes(body);
    mustSucceed(
        writer.writeHeaders(open, id, heads.get(stream.message()), 0, false, open.newPromise()));
    mustSucceed(writer.writeData(open, id, data, 0, true, open.newPromise()));
  }

  /** A write that fails closes the connection, and with it all calls end as failed. */
  private static void mustSucceed(ChannelFuture write) {
    write.addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  private byte[] body(Stream stream) {
    return messages.get(stream.message()).body();
  }

  @Override
  public void channelActive(ChannelHandlerContext active) {
    context = active;
    mustSucceed(active.write(Unpooled.copiedBuffer(Http2CodecUtil.connectionPrefaceBuf())));
    mustSucceed(
        writer.writeSettings(
            active,
            new Http2Settings().pushEnabled(false).initialWindowSize(WINDOW),
            active.newPromise()));
    mustSucceed(writer.writeWindowUpdate(active, 0, WINDOW, active.newPromise()));
    active.flush();
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext removed) {
    context = null;
    fail("the connection was closed");
    reader.close();
    writer.close();
  }

  private void fail(String why) {
    List<Stream> open = new ArrayList<>(streams.values());
    open.addAll(waiting);
    streams.clear();
    waiting.clear();
    open.forEach(stream -> stream.caller().failed(stream.message(), why));
  }

  @Override
  protected void decode(ChannelHandlerContext from, ByteBuf in, List<Object> out)
      throws Http2Exception {
    reader.readFrame(from, in, frames);
  }

  private void end(int id, Http2Headers trailers) {
    Stream stream = streams.remove(id);
    if (stream == null) {
      return;
    }
    CharSequence status = trailers.get("grpc-status");
    byte[] bytes = stream.body().bytes;
    if (status != null && "0".contentEquals(status) && bytes.length >= PREFIX) {
      stream.caller().answered(stream.message(), Arrays.copyOfRange(bytes, PREFIX, bytes.length));
    } else {
      stream.caller().failed(stream.message(), "gRPC status " + status + " " + trailers);
    }
  }

  private final class Frames extends Http2FrameAdapter {

    @Override
    public int onDataRead(
        ChannelHandlerContext from, int id, ByteBuf data, int padding, boolean last) {
      int size = data.readableBytes() + padding;
      Stream stream = streams.get(id);
      if (stream != null) {
        stream.body().add(data);
      }
      taken += size;
      if (taken > WINDOW / 2) {
        mustSucceed(writer.writeWindowUpdate(from, 0, taken, from.newPromise()));
        from.flush();
        taken = 0;
      }
      return size;
    }

    @Override
    public void onHeadersRead(
        ChannelHandlerContext from, int id, Http2Headers fields, int padding, boolean last) {
      if (last) {
        end(id, fields);
      }
    }

    @Override
    public void onHeadersRead(
        ChannelHandlerContext from,
        int id,
        Http2Headers fields,
        int dependency,
        short weight,
        boolean exclusive,
        int padding,
        boolean last) {
      onHeadersRead(from, id, fields, padding, last);
    }

    @Override
    public void onRstStreamRead(ChannelHandlerContext from, int id, long code) {
      Stream stream = streams.remove(id);
      if (stream != null) {
        stream.caller().failed(stream.message(), "the server reset the stream: " + code);
      }
    }

    @Override
    public void onSettingsRead(ChannelHandlerContext from, Http2Settings settings) {
      mustSucceed(writer.writeSettingsAck(from, from.newPromise()));
      from.flush();
    }

    @Override
    public void onPingRead(ChannelHandlerContext from, long data) {
      mustSucceed(writer.writePing(from, true, data, from.newPromise()));
      from.flush();
    }

    @Override
    public void onGoAwayRead(ChannelHandlerContext from, int last, long code, ByteBuf debug) {
      fail("the server goes away: " + debug.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void onWindowUpdateRead(ChannelHandlerContext from, int id, int increment) {
      if (id == 0) {
        window += increment;
        send();
      }
    }
  }
}
