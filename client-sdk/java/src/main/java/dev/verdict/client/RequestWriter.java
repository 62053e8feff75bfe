package dev.verdict.client;

import com.google.protobuf.MessageLite;
import dev.verdict.client.PdpException.Kind;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateRequest;
import java.util.List;

/** Writes requests as messages, where they may be sent. */
record RequestWriter(TokenGuard guard) {

  /**
   * Largest message that a PDP reads. Checked before sending: half a message that the PDP refuses
   * to read on blocks a part of the connection.
   */
  private static final int MAX_MESSAGE_BYTES = 1 << 20;

  EvaluateRequest write(AccessRequest request) {
    return bounded(message(request));
  }

  EvaluateBatchRequest write(List<AccessRequest> requests) {
    if (requests.size() > PdpClient.MAX_BATCH) {
      throw new PdpException(
          Kind.INVALID_REQUEST,
          "the batch has " + requests.size() + " requests (limit " + PdpClient.MAX_BATCH + ")");
    }
    var batch = EvaluateBatchRequest.newBuilder();
    for (AccessRequest request : requests) {
      batch.addEvaluations(message(request));
    }
    return bounded(batch.build());
  }

  private static <M extends MessageLite> M bounded(M message) {
    if (message.getSerializedSize() > MAX_MESSAGE_BYTES) {
      throw new PdpException(
          Kind.INVALID_REQUEST,
          "the request has "
              + message.getSerializedSize()
              + " bytes (limit "
              + MAX_MESSAGE_BYTES
              + ")");
    }
    return message;
  }

  private EvaluateRequest message(AccessRequest request) {
    guard.check(request);
    var message =
        EvaluateRequest.newBuilder()
            .setAction(action(request.action()))
            .setResource(resource(request.resource()))
            .addAllContext(request.context().messages())
            .setDetails(request.isAskingForDetails());
    request.actor().ifPresent(actor -> message.setActor(actor(actor)));
    Subject subject = request.subject();
    if (subject instanceof Subject.Named named) {
      message.setSubject(subject(named));
    } else if (subject instanceof Subject.Token token) {
      message.setSubjectToken(token.jwt());
    }
    return message.build();
  }

  private static dev.verdict.proto.v1.Subject subject(Subject.Named subject) {
    return dev.verdict.proto.v1.Subject.newBuilder()
        .setType(subject.type())
        .setId(subject.id())
        .addAllProperties(subject.properties().messages())
        .build();
  }

  private static dev.verdict.proto.v1.Action action(Action action) {
    return dev.verdict.proto.v1.Action.newBuilder()
        .setName(action.name())
        .addAllProperties(action.properties().messages())
        .build();
  }

  private static dev.verdict.proto.v1.Resource resource(Resource resource) {
    return dev.verdict.proto.v1.Resource.newBuilder()
        .setType(resource.type())
        .setId(resource.id())
        .addAllProperties(resource.properties().messages())
        .build();
  }

  private static dev.verdict.proto.v1.Actor actor(Actor actor) {
    return dev.verdict.proto.v1.Actor.newBuilder()
        .setType(actor.type())
        .setId(actor.id())
        .addAllProperties(actor.properties().messages())
        .build();
  }
}
