package dev.verdict.server.door.grpc;

import static dev.verdict.server.door.grpc.Messages.about;
import static dev.verdict.server.door.grpc.Messages.attribute;
import static dev.verdict.server.door.grpc.Messages.decimal;
import static dev.verdict.server.door.grpc.Messages.list;
import static dev.verdict.server.door.grpc.Messages.nested;
import static dev.verdict.server.door.grpc.Messages.question;
import static dev.verdict.server.door.grpc.Messages.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.proto.v1.Actor;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Value;
import dev.verdict.proto.v1.ValueRecord;
import dev.verdict.server.door.question.Question;
import dev.verdict.server.identity.SubjectClaim;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestDecoderTest {

  @Test
  void everyKindOfValueArrives() {
    Value record =
        Value.newBuilder()
            .setRecord(ValueRecord.newBuilder().addAttributes(attribute("city", text("Bonn"))))
            .build();
    EvaluateRequest message =
        about(
            attribute("owner", text("alice")),
            attribute("pages", Value.newBuilder().setInteger(-3).build()),
            attribute("amount", decimal("12.50")),
            attribute("paid", Value.newBuilder().setFlag(true).build()),
            attribute("tags", list(text("a"), text("b"))),
            attribute("address", record));

    Attributes attributes = request(message).resource().attributes();

    assertThat(attributes.get("owner"))
        .isEqualTo(new dev.verdict.policy.request.Value.Text("alice"));
    assertThat(attributes.get("pages")).isEqualTo(new dev.verdict.policy.request.Value.Whole(-3));
    assertThat(attributes.get("amount"))
        .isEqualTo(new dev.verdict.policy.request.Value.Decimal(new BigDecimal("12.50")));
    assertThat(attributes.get("paid")).isEqualTo(new dev.verdict.policy.request.Value.Flag(true));
    assertThat(attributes.get("tags"))
        .isEqualTo(
            new dev.verdict.policy.request.Value.Sequence(
                List.of(
                    new dev.verdict.policy.request.Value.Text("a"),
                    new dev.verdict.policy.request.Value.Text("b"))));
    var address = (dev.verdict.policy.request.Value.Structure) attributes.get("address");
    assertThat(address.attributes().get("city"))
        .isEqualTo(new dev.verdict.policy.request.Value.Text("Bonn"));
  }

  @Test
  void eachPartComesFromItsOwnMessage() {
    EvaluateRequest.Builder message = question("approve");
    message.getSubjectBuilder().addProperties(attribute("where", text("subject")));
    message.getActionBuilder().addProperties(attribute("where", text("action")));
    message.getResourceBuilder().addProperties(attribute("where", text("resource")));
    message.addContext(attribute("where", text("context")));
    message.setActor(
        Actor.newBuilder()
            .setType("agent")
            .setId("7")
            .addProperties(attribute("where", text("actor"))));

    AccessRequest question = request(message.build());

    assertThat(question.subject()).isEqualTo(new Entity("user", "alice", where("subject")));
    assertThat(question.action().name()).isEqualTo("approve");
    assertThat(question.action().attributes()).isEqualTo(where("action"));
    assertThat(question.resource()).isEqualTo(new Entity("invoice", "1", where("resource")));
    assertThat(question.context()).isEqualTo(where("context"));
    assertThat(question.actor()).contains(new Entity("agent", "7", where("actor")));
  }

  @Test
  void aTokenStandsForTheSubject() {
    EvaluateRequest message = question("read").setSubjectToken("a.b.c").build();

    assertThat(decoded(message).subjectToken()).isEqualTo("a.b.c");
  }

  @Test
  void withoutARequesterTheCallsOwnTokenIsMeant() {
    EvaluateRequest message = question("read").clearRequester().build();

    assertThat(decoded(message).claim()).isEqualTo(new SubjectClaim.OfTheCall());
  }

  @Test
  void anEmptyTokenIsNotTheSameAsNoRequester() {
    refused(question("read").setSubjectToken("").build(), "`subject_token` is empty");
  }

  @Test
  void whatIsMissingIsNamed() {
    refused(question("read").clearAction().build(), "`action` is missing");
    refused(question("read").clearResource().build(), "`resource` is missing");
    refused(question("").build(), "`action`: `name` is empty");
    EvaluateRequest.Builder noType = question("read");
    noType.getResourceBuilder().setType("");
    refused(noType.build(), "`resource`: `type` is empty");
    EvaluateRequest.Builder noId = question("read");
    noId.getSubjectBuilder().setId("");
    refused(noId.build(), "`subject`: `id` is empty");
    refused(
        question("read").setActor(Actor.newBuilder().setType("agent")).build(),
        "`actor`: `id` is empty");
  }

  @Test
  void anAttributeThatStandsTwiceIsRefused() {
    refused(
        about(attribute("role", text("guest")), attribute("role", text("admin"))),
        "`resource.properties[1].name` stands twice in one list");
  }

  @Test
  void aValueWithoutAKindIsRefusedWhereverItStands() {
    Value nothing = Value.getDefaultInstance();
    refused(
        about(attribute("a", text("x")), attribute("b", nothing)),
        "`resource.properties[1].value` has no kind");
    refused(
        about(attribute("a", list(text("x"), nothing))),
        "`resource.properties[0].value.list.values[1]` has no kind");
    Value record =
        Value.newBuilder()
            .setRecord(ValueRecord.newBuilder().addAttributes(attribute("c", list(nothing))))
            .build();
    refused(
        about(attribute("a", list(record))),
        "`resource.properties[0].value.list.values[0].record.attributes[0].value.list.values[0]`"
            + " has no kind");
  }

  @Test
  void anAttributeNeedsANameOfReasonableLength() {
    refused(
        about(attribute("", text("x"))), "`resource.properties` has an attribute without a name");
    refused(
        about(attribute("n".repeat(Limit.NAME_LENGTH.standard() + 1), text("x"))),
        "`resource.properties` has a name of more than 256 characters");
  }

  @Test
  void nestingIsBounded() {
    read(about(attribute("a", nested(Limit.DEPTH.standard()))));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> read(about(attribute("a", nested(Limit.DEPTH.standard() + 1)))))
        .withMessage("`resource.properties` is nested deeper than 16");
  }

  @Test
  void textIsBounded() {
    read(about(attribute("a", text("x".repeat(Limit.TEXT_LENGTH.standard())))));
    refused(
        about(attribute("a", text("x".repeat(Limit.TEXT_LENGTH.standard() + 1)))),
        "`resource.properties` has a text of more than 65536 characters");
  }

  @Test
  void valuesAreCountedOverTheWholeRequest() {
    Value most =
        list(Collections.nCopies(Limit.VALUES.standard() - 1, text("")).toArray(Value[]::new));
    read(about(attribute("a", most)));
    EvaluateRequest oneMore =
        about(attribute("a", most)).toBuilder().addContext(attribute("b", text(""))).build();
    refused(oneMore, "the request holds more than 10000 values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-12.50", "1e3", "1e308", "1E-400", "0.001"})
  void decimalsArePlainOrScientific(String number) {
    AccessRequest question = request(about(attribute("a", decimal(number))));

    assertThat(question.resource().attributes().get("a"))
        .isEqualTo(new dev.verdict.policy.request.Value.Decimal(new BigDecimal(number)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "1,5",
        "NaN",
        "Infinity",
        "0x10",
        ".5",
        "5.",
        "1e",
        "+7",
        "007",
        "1e309",
        "1e400",
        "1e401",
        "1e999999999",
        "1e-401",
        " 1",
        "1 ",
        "--1",
        "1_000",
        "\u0661"
      })
  void whatIsNoBoundedDecimalIsRefusedWithoutRepeatingIt(String text) {
    refused(
        about(attribute("a", decimal(text))),
        "`resource.properties[0].value` is not a decimal number of at most 100 digits"
            + " that a double could hold");
  }

  @Test
  void digitsAreBounded() {
    read(about(attribute("a", decimal("9".repeat(100)))));
    for (String tooLong : List.of("9".repeat(101), "9".repeat(1_000_000))) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> read(about(attribute("a", decimal(tooLong)))));
    }
  }

  private static Attributes where(String text) {
    var builder = Attributes.builder();
    builder.add("where", new dev.verdict.policy.request.Value.Text(text));
    return builder.build();
  }

  private static Question read(EvaluateRequest message) {
    try {
      return RequestDecoder.of(Limits.STANDARD, /* nesting= */ 0).decode(message.toByteArray());
    } catch (InvalidProtocolBufferException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Question decoded(EvaluateRequest message) {
    Question question = read(message);
    question.check(/* callerHasSubject= */ true, Limits.STANDARD);
    return question;
  }

  private static AccessRequest request(EvaluateRequest message) {
    return decoded(message).request(Instant.EPOCH, Limits.STANDARD);
  }

  private static void refused(EvaluateRequest message, String because) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> decoded(message))
        .withMessage(because);
  }
}
