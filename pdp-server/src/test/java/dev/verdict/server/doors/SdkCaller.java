package dev.verdict.server.doors;

import dev.verdict.client.Action;
import dev.verdict.client.Actor;
import dev.verdict.client.Decision;
import dev.verdict.client.Fields;
import dev.verdict.client.PdpClient;
import dev.verdict.client.Resource;
import dev.verdict.client.Subject;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Asks through the SDK. */
final class SdkCaller implements Door {

  private final PdpClient client;

  SdkCaller(InetSocketAddress address) {
    this.client =
        PdpClient.builder("127.0.0.1:" + address.getPort())
            .plaintext()
            .deadline(Duration.ofSeconds(20))
            .handsOver("audit")
            .build();
  }

  @Override
  public Answer ask(AccessRequest request) {
    Decision decision = client.evaluate(request(request));
    return new Answer(
        decision.permitted(),
        decision.reason().code(),
        decision.reason().rule().map(rule -> rule.rule()),
        fields(decision),
        decision.obligations().stream().map(obligation -> obligation.id()).toList(),
        decision.grants(),
        decision.revision());
  }

  /** The SDK tells of a grant only what it covers, which is all that a caller may ask. */
  private static String fields(Decision decision) {
    Fields fields = decision.fields();
    var named =
        List.of("iban", "taxNumber", "amount", "customer", "owner", "ownerID", "path", "patient");
    boolean complement = fields.covers("a name that no schema has");
    Set<String> listed =
        Set.copyOf(named.stream().filter(name -> fields.covers(name) != complement).toList());
    return Answer.fields(decision.permitted(), complement, listed);
  }

  @Override
  public List<Boolean> askAll(List<AccessRequest> requests) {
    return client.evaluateAll(requests.stream().map(SdkCaller::request).toList()).stream()
        .map(Decision::permitted)
        .toList();
  }

  private static dev.verdict.client.AccessRequest request(AccessRequest request) {
    var subject = Subject.of(request.subject().type(), request.subject().id());
    for (String name : request.subject().attributes().names()) {
      subject = subject.with(name, value(request.subject().attributes(), name));
    }
    var resource = Resource.of(request.resource().type(), request.resource().id());
    for (String name : request.resource().attributes().names()) {
      resource = resource.with(name, value(request.resource().attributes(), name));
    }
    var action = Action.of(request.action().name());
    for (String name : request.action().attributes().names()) {
      action = action.with(name, value(request.action().attributes(), name));
    }
    var asked = dev.verdict.client.AccessRequest.of(subject, action, resource).maskingFields();
    for (String name : request.context().names()) {
      asked = asked.withContext(name, value(request.context(), name));
    }
    return request.actor().isEmpty() ? asked : asked.withActor(actor(request));
  }

  private static Actor actor(AccessRequest request) {
    var entity = request.actor().orElseThrow();
    var actor = Actor.of(entity.type(), entity.id());
    for (String name : entity.attributes().names()) {
      actor = actor.with(name, value(entity.attributes(), name));
    }
    return actor;
  }

  private static Object value(Attributes attributes, String name) {
    return PlainValues.of(attributes.get(name));
  }

  @Override
  public void close() {
    client.close();
  }
}
