package dev.verdict.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {

  @Test
  void noValueOfALogLineCanForgeAField() {
    assertThat(PrintableText.quoted("a.yaml\nevent=grant_used permitted=true"))
        .isEqualTo("\"a.yaml?event=grant_used permitted=true\"");
    assertThat(PrintableText.quoted("a\" event=\"b\\")).isEqualTo("\"a\\\" event=\\\"b\\\\\"");
  }
}
