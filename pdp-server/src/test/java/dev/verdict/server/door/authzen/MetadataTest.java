package dev.verdict.server.door.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.server.door.question.FakeDecisionService;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

  private static final String PATH = "/.well-known/authzen-configuration";

  @Test
  void theEndpointsStandUnderThePublicUrl() throws Exception {
    try (OpenDoor http = OpenDoor.at(URI.create("https://pdp.example.com/"))) {
      HttpResponse<String> response = http.get(PATH);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("content-type")).contains("application/json");
      assertThat(response.body())
          .isEqualTo(
              "{\"policy_decision_point\":\"https://pdp.example.com\","
                  + "\"access_evaluation_endpoint\":"
                  + "\"https://pdp.example.com/access/v1/evaluation\","
                  + "\"access_evaluations_endpoint\":"
                  + "\"https://pdp.example.com/access/v1/evaluations\"}");
    }
  }

  @Test
  void aPublicUrlWithAPathHasItsMetadataBehindTheWellKnownPath() throws Exception {
    try (OpenDoor http = OpenDoor.at(URI.create("https://example.com/pdp/one"))) {
      assertThat(http.get(PATH + "/pdp/one").body())
          .startsWith("{\"policy_decision_point\":\"https://example.com/pdp/one\",");
      assertThat(http.get(PATH).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void headersOfTheRequestChangeNothing() throws Exception {
    try (OpenDoor http = OpenDoor.to(new FakeDecisionService())) {
      HttpResponse<String> response =
          http.send(
              http.request(PATH)
                  .header("x-forwarded-host", "evil.example.com")
                  .header("x-forwarded-proto", "https")
                  .header("forwarded", "host=evil.example.com"));

      assertThat(response.body())
          .startsWith("{\"policy_decision_point\":\"" + http.url("") + "\",")
          .doesNotContain("evil");
    }
  }

  @Test
  void anUnchangedDocumentIsNotSentAgain() throws Exception {
    try (OpenDoor http = OpenDoor.at(URI.create("https://pdp.example.com"))) {
      HttpResponse<String> first = http.get(PATH);
      String tag = first.headers().firstValue("etag").orElseThrow();

      HttpResponse<String> second = http.send(http.request(PATH).header("if-none-match", tag));

      assertThat(first.headers().firstValue("cache-control")).contains("public, max-age=3600");
      assertThat(second.statusCode()).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(second.headers().firstValue("etag")).contains(tag);
    }
  }

  @Test
  void headIsAnsweredWithoutABody() throws Exception {
    try (OpenDoor http = OpenDoor.at(URI.create("https://pdp.example.com"))) {
      HttpResponse<String> response =
          http.send(http.request(PATH).method("HEAD", BodyPublishers.noBody()));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
      assertThat(response.headers().firstValue("etag")).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://pdp.example.com",
        "https://pdp.example.com?x=1",
        "https://pdp.example.com#x",
        "https://user@pdp.example.com",
        "https:///path",
        "pdp.example.com"
      })
  void aUrlThatCannotIdentifyADecisionPointIsRefused(String url) {
    assertThatThrownBy(() -> PublicUrl.of(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(url);
  }

  @Test
  void withoutAPublicUrlTheListeningAddressIsIt() throws Exception {
    assertThat(PublicUrl.of(false, address(7071, 127, 0, 0, 1)).base())
        .isEqualTo("http://127.0.0.1:7071");
    assertThat(PublicUrl.of(true, address(443, 0, 0, 0, 0)).base())
        .isEqualTo("https://127.0.0.1:443");
    assertThat(
            PublicUrl.of(false, address(7071, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))
                .base())
        .isEqualTo("http://[0:0:0:0:0:0:0:1]:7071");
  }

  private static InetSocketAddress address(int port, int... parts) throws Exception {
    var bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) parts[i];
    }
    return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
  }
}
