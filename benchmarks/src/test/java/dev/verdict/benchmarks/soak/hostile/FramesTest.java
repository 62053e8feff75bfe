package dev.verdict.benchmarks.soak.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import org.junit.jupiter.api.Test;

/** Frames that nobody could read would attack nothing. */
final class FramesTest {

  @Test
  void fieldsAreReadAsTheyWereWritten() throws Exception {
    var fields = Frames.Fields.ofEvaluate().add("authorization", "a".repeat(1_000));

    var headers = new DefaultHttp2HeadersDecoder(false).decodeHeaders(1, fields.bytes());

    assertThat(headers.path()).hasToString("/verdict.v1.DecisionService/Evaluate");
    assertThat(headers.get("authorization")).hasToString("a".repeat(1_000));
  }

  @Test
  void whatAServerSaysIsHeardAlsoInPieces() throws Exception {
    ByteBuf trailers = Unpooled.buffer();
    new DefaultHttp2HeadersEncoder()
        .encodeHeaders(1, new DefaultHttp2Headers().add("grpc-status", "16"), trailers);
    ByteBuf bytes =
        new Frames()
            .settings()
            .frame(Frames.HEADERS, Frames.END_HEADERS | Frames.END_STREAM, 1, trailers)
            .cancel(3)
            .frame(7, 0, 0, Unpooled.buffer().writeInt(3).writeInt(11))
            .bytes();
    var told = new Told();
    var reader = new FrameReader(told);

    while (bytes.isReadable()) {
      reader.read(bytes.readSlice(1));
    }

    assertThat(reader.hasAnswers()).isTrue();
    assertThat(told.summary())
        .contains("gRPC UNAUTHENTICATED x1", "RST_STREAM CANCEL x1", "GOAWAY ENHANCE_YOUR_CALM x1");
  }
}
