package dev.verdict.server.doors;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.DecimalText;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Value;
import dev.verdict.proto.v1.ValueList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One row of a table: the same facts for each door, and the reason that all of them must give. */
final class OddQuestion {

  private final String name;
  private final Map<String, String> json = new LinkedHashMap<>();
  private final EvaluateRequest.Builder message = EvaluateRequest.newBuilder();
  private boolean isJson = true;
  private String expected = "";

  private OddQuestion(String name) {
    this.name = name;
    json.put("subject", "{'type':'user','id':'alice'}");
    json.put("action", "{'name':'read'}");
    json.put("resource", "{'type':'record','id':'1'}");
    message.getSubjectBuilder().setType("user").setId("alice");
    message.getActionBuilder().setName("read");
    message.getResourceBuilder().setType("record").setId("1");
  }

  /** Alice reads a record, but for what is odd. */
  static OddQuestion odd(String name) {
    return new OddQuestion(name);
  }

  OddQuestion json(String member, String value) {
    json.put(member, value);
    return this;
  }

  OddQuestion without(String member) {
    json.remove(member);
    return this;
  }

  OddQuestion proto(Consumer<EvaluateRequest.Builder> change) {
    change.accept(message);
    return this;
  }

  /** The record has a number, or what is none. */
  OddQuestion decimal(String number) {
    isJson = DecimalText.read(number) != null;
    return property("amount", number, Value.newBuilder().setDecimal(number).build());
  }

  OddQuestion text(String name, String text) {
    isJson = name.length() <= Limit.NAME_LENGTH.standard();
    return property(name, "'" + text + "'", Value.newBuilder().setText(text).build());
  }

  OddQuestion nested(int depth) {
    Value value = Value.newBuilder().setList(ValueList.getDefaultInstance()).build();
    for (int i = 1; i < depth; i++) {
      value = Value.newBuilder().setList(ValueList.newBuilder().addValues(value)).build();
    }
    return property("deep", "[".repeat(depth) + "]".repeat(depth), value);
  }

  /** A list of so many values, which is a value itself. */
  OddQuestion values(int count) {
    Value one = Value.newBuilder().setFlag(true).build();
    return property(
        "many",
        "[" + String.join(",", Collections.nCopies(count, "true")) + "]",
        Value.newBuilder()
            .setList(ValueList.newBuilder().addAllValues(Collections.nCopies(count, one)))
            .build());
  }

  /** The record has one attribute two times. */
  OddQuestion twice() {
    text("note", "a").text("note", "b");
    isJson = false;
    json.put("resource", "{'type':'record','id':'1','properties':{'note':'a','note':'b'}}");
    return this;
  }

  private OddQuestion property(String property, String asJson, Value asProto) {
    json.put(
        "resource", "{'type':'record','id':'1','properties':{'" + property + "':" + asJson + "}}");
    message
        .getResourceBuilder()
        .addProperties(Attribute.newBuilder().setName(property).setValue(asProto));
    return this;
  }

  OddQuestion answeredWith(String reason) {
    expected = reason;
    return this;
  }

  String name() {
    return name;
  }

  /** The code of the decision's reason, or of the refusal. */
  String expected() {
    return expected;
  }

  /** Whether a body that holds it can be read at all. */
  boolean isJson() {
    return isJson;
  }

  /** Whether it takes up much of what one body may hold. */
  boolean isLarge() {
    return body().length() > 10_000;
  }

  String body() {
    return json.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue().replace('\'', '"'))
        .collect(Collectors.joining(",", "{", "}"));
  }

  EvaluateRequest message() {
    return message.build();
  }

  @Override
  public String toString() {
    return name;
  }
}
