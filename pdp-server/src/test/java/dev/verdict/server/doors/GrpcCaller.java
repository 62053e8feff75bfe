package dev.verdict.server.doors;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.proto.v1.Action;
import dev.verdict.proto.v1.Actor;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.Decision;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.DecisionServiceGrpc.DecisionServiceBlockingStub;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.FieldNames;
import dev.verdict.proto.v1.Obligation;
import dev.verdict.proto.v1.Resource;
import dev.verdict.proto.v1.Subject;
import dev.verdict.proto.v1.Value;
import dev.verdict.proto.v1.ValueList;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Asks over gRPC with the generated stub, as a client in any language would. */
final class GrpcCaller implements Door {

  private final ManagedChannel channel;
  private final DecisionServiceBlockingStub stub;

  GrpcCaller(InetSocketAddress address) {
    this.channel =
        Grpc.newChannelBuilderForAddress(
                "127.0.0.1", address.getPort(), InsecureChannelCredentials.create())
            .build();
    this.stub = DecisionServiceGrpc.newBlockingStub(channel);
  }

  @Override
  public Answer ask(AccessRequest request) {
    Decision decision = stub.evaluate(message(request)).getDecision();
    boolean complement = decision.getFields().hasExcept();
    FieldNames names =
        complement ? decision.getFields().getExcept() : decision.getFields().getOnly();
    return new Answer(
        decision.getDecision(),
        decision.getReason().getCode(),
        decision.getReason().hasRule()
            ? Optional.of(decision.getReason().getRule().getRule())
            : Optional.empty(),
        Answer.fields(decision.getDecision(), complement, names.getNamesList()),
        decision.getObligationsList().stream().map(Obligation::getId).toList(),
        decision.getGrantsList(),
        decision.getRevision());
  }

  @Override
  public List<Boolean> askAll(List<AccessRequest> requests) {
    var batch = EvaluateBatchRequest.newBuilder();
    requests.forEach(request -> batch.addEvaluations(message(request)));
    return stub.evaluateBatch(batch.build()).getDecisionsList().stream()
        .map(Decision::getDecision)
        .toList();
  }

  private static EvaluateRequest message(AccessRequest request) {
    var subject = request.subject();
    var resource = request.resource();
    var message =
        EvaluateRequest.newBuilder()
            .setSubject(
                Subject.newBuilder()
                    .setType(subject.type())
                    .setId(subject.id())
                    .addAllProperties(messages(subject.attributes())))
            .setAction(
                Action.newBuilder()
                    .setName(request.action().name())
                    .addAllProperties(messages(request.action().attributes())))
            .setResource(
                Resource.newBuilder()
                    .setType(resource.type())
                    .setId(resource.id())
                    .addAllProperties(messages(resource.attributes())))
            .addAllContext(messages(request.context()));
    request
        .actor()
        .ifPresent(
            actor ->
                message.setActor(
                    Actor.newBuilder()
                        .setType(actor.type())
                        .setId(actor.id())
                        .addAllProperties(messages(actor.attributes()))));
    return message.build();
  }

  private static List<Attribute> messages(Attributes attributes) {
    return attributes.names().stream()
        .map(
            name ->
                Attribute.newBuilder()
                    .setName(name)
                    .setValue(message(PlainValues.of(attributes.get(name))))
                    .build())
        .toList();
  }

  private static Value message(Object value) {
    var message = Value.newBuilder();
    if (value instanceof String text) {
      message.setText(text);
    } else if (value instanceof Long whole) {
      message.setInteger(whole);
    } else if (value instanceof Boolean flag) {
      message.setFlag(flag);
    } else if (value instanceof List<?> list) {
      var values = ValueList.newBuilder();
      list.forEach(item -> values.addValues(message(item)));
      message.setList(values);
    } else {
      message.setDecimal(value.toString());
    }
    return message.build();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
