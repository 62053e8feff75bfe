package dev.verdict.policy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.policy.schema.EntityReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like no name is none. */
class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "   ",
        "\u00A0",
        "\u2003\u3000",
        "\u2028",
        "\u200B",
        "\u200C\u200D",
        "\u2060\uFEFF",
        "\u202E",
        "\u2066 \u2069",
        "\u200E\u200F\u061C",
        "\u00AD",
        "\u034F",
        "\u3164",
        "\uFFA0\u115F",
        "\u2800",
        "\uFE0F",
        "\uDB40\uDC41",
        "\uDB40\uDDEF",
        "\uD800"
      })
  void whatShowsNothingIsNoNameAndNoId(String text) {
    assertThat(VisibleText.isIn(text)).isFalse();
    assertThat(EntityReference.isId(text)).isFalse();
    assertThatThrownBy(() -> new Entity("user", text))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("`id` has no visible character");
    assertThatThrownBy(() -> new Entity(text, "alice")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> new Action(text)).isInstanceOf(InvalidRequestException.class);
  }

  /** Persian is written with U+200C, and no id is trimmed: they are compared as they are. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a", " a ", "ż", "\u202Ea", "می\u200Cخواهم", "李", "\uD83D\uDE00", "-", "٣"})
  void invisibleCharactersBesideOthersCountLikeThose(String text) {
    assertThat(VisibleText.isIn(text)).isTrue();
    assertThat(new Entity("user", text)).isNotEqualTo(new Entity("user", text + "\u200B"));
  }
}
