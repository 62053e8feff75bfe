package dev.verdict.server.door.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.transport.HostRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under which names the server answers, and to whose pages. */
@Timeout(60)
class HostTest {

  private static final String GET = "GET /.well-known/authzen-configuration HTTP/1.1\r\n";

  @ParameterizedTest
  @ValueSource(strings = {"", "Host: a\r\nHost: a\r\n", "Host: a\r\nHost: b\r\n"})
  void aRequestNeedsOneHost(String headers) throws Exception {
    try (OpenDoor http = OpenDoor.to(HostRule.ANY)) {
      assertThat(answer(http, headers)).startsWith("HTTP/1.1 400 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: attacker.example",
        "Host: localhost.attacker.example:7071",
        "Host: 127.0.0.1.attacker.example",
        "Host: 10.0.0.1",
        "Host: localhost\r\nOrigin: http://attacker.example",
        "Host: localhost\r\nOrigin: null"
      })
  void inDevelopmentNothingOfOtherHostsIsAnswered(String headers) throws Exception {
    try (OpenDoor http = OpenDoor.to(HostRule.LOOPBACK)) {
      assertThat(answer(http, headers + "\r\n")).startsWith("HTTP/1.1 421 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost",
        "Host: LOCALHOST:7071",
        "Host: 127.0.0.1:80",
        "Host: [::1]:7071",
        "Host: [::1]",
        "Host: localhost:1\r\nOrigin: http://localhost:3000"
      })
  void inDevelopmentThisMachineIsAnswered(String headers) throws Exception {
    try (OpenDoor http = OpenDoor.to(HostRule.LOOPBACK)) {
      assertThat(answer(http, headers + "\r\n")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aTokenOfTheLargestSizeIsReadAndRefusedForWhatItIs() throws Exception {
    try (OpenDoor http = OpenDoor.to(HostRule.ANY)) {
      String token = "Authorization: Bearer " + "x".repeat(16 * 1024);
      try (var connection = new RawConnection(http.door.address())) {
        connection.send("POST /access/v1/evaluation HTTP/1.1\r\nHost: a\r\n" + token + "\r\n\r\n");

        assertThat(connection.receive()).startsWith("HTTP/1.1 401 ");
      }
    }
  }

  @Test
  void whileItDrainsEachAnswerIsTheLastOfItsConnection() throws Exception {
    try (OpenDoor http = OpenDoor.to(HostRule.ANY);
        var connection = new RawConnection(http.door.address())) {
      connection.send(GET + "Host: a\r\n\r\n");
      assertThat(connection.receive()).doesNotContainIgnoringCase("connection: close");
      http.door.drain();
      connection.send(GET + "Host: a\r\n\r\n");

      assertThat(connection.receive())
          .startsWith("HTTP/1.1 200 ")
          .containsIgnoringCase("connection: close");
      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  private static String answer(OpenDoor http, String headers) throws Exception {
    try (var connection = new RawConnection(http.door.address())) {
      return connection.send(GET + headers + "\r\n").receive();
    }
  }
}
