package dev.verdict.example.invoices;

import dev.verdict.client.AccessRequest;
import dev.verdict.client.Action;
import dev.verdict.client.Decision;
import dev.verdict.client.Fields;
import dev.verdict.client.PdpClient;
import dev.verdict.client.Resource;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The routes. Each asks the decision point once, and does what it says. */
final class InvoicesApi {

  private final PdpClient pdp;
  private final InvoiceStore store;

  InvoicesApi(PdpClient pdp, InvoiceStore store) {
    this.pdp = pdp;
    this.store = store;
  }

  /** {@code POST /invoices}: may the user call this function at all? */
  Future<Answer> create(DemoUser user, String body) {
    Resource any = Resource.of("invoice", "new").with("tenant", user.tenant());

    return ask(pdp.isAllowedAsync(AccessRequest.of(user.subject(), "create", any)))
        .map(allowed -> allowed ? add(user, body) : Answer.notPermitted());
  }

  /** {@code GET /invoices/{id}}: may the user see this one, and which of its fields? */
  Future<Answer> read(DemoUser user, String id) {
    Optional<Invoice> invoice = store.find(id);
    if (invoice.isEmpty()) {
      return Future.succeededFuture(Answer.notFound());
    }

    return ask(pdp.evaluateAsync(reading(user, invoice.get())))
        .map(
            decision ->
                decision.permitted()
                    ? Answer.ok(InvoiceJson.write(invoice.get(), decision.fields()))
                    : Answer.notFound());
  }

  /** {@code GET /invoices}: which of them may the user see? */
  Future<Answer> list(DemoUser user) {
    List<Invoice> invoices = store.all();

    return ask(pdp.evaluateAllAsync(
            invoices.stream().map(invoice -> reading(user, invoice)).toList()))
        .map(decisions -> readable(invoices, decisions));
  }

  /**
   * {@code POST /invoices/{id}/approval}: may the user do this to it? The obligation to write the
   * audit log is done by the client before it answers.
   */
  Future<Answer> approve(DemoUser user, String id) {
    Optional<Invoice> invoice = store.find(id);
    if (invoice.isEmpty()) {
      return Future.succeededFuture(Answer.notFound());
    }
    return ask(pdp.evaluateAllAsync(
            List.of(reading(user, invoice.get()), approving(user, invoice.get()))))
        .map(decisions -> approved(invoice.get(), decisions.get(0), decisions.get(1)));
  }

  /** May be permitted for some fields only: {@link InvoiceJson#write} masks the others. */
  private static AccessRequest reading(DemoUser user, Invoice invoice) {
    return AccessRequest.of(user.subject(), "read", invoice.asResource()).maskingFields();
  }

  private static AccessRequest approving(DemoUser user, Invoice invoice) {
    return AccessRequest.of(
        user.subject(), Action.of("approve").changing("status"), invoice.asResource());
  }

  /** Waits without holding a thread, and comes back to the event loop. */
  private static <T> Future<T> ask(CompletableFuture<T> answer) {
    return Future.fromCompletionStage(answer, Vertx.currentContext());
  }

  private Answer add(DemoUser user, String body) {
    Optional<Invoice> draft = InvoiceJson.readDraft(body, store.nextId(user.tenant()), user);
    draft.ifPresent(store::put);
    return draft
        .map(invoice -> Answer.created(InvoiceJson.write(invoice, Fields.ALL)))
        .orElse(
            Answer.error(
                400, "an invoice needs `customer`, `amount`, `iban` and `taxNumber` as strings"));
  }

  private static Answer readable(List<Invoice> invoices, List<Decision> decisions) {
    var array = new JsonArray();
    for (int i = 0; i < invoices.size(); i++) {
      if (decisions.get(i).permitted()) {
        array.add(InvoiceJson.write(invoices.get(i), decisions.get(i).fields()));
      }
    }
    return Answer.ok(array);
  }

  private Answer approved(Invoice invoice, Decision read, Decision approve) {
    if (!read.permitted()) {
      return Answer.notFound();
    }
    if (!approve.permitted()) {
      return Answer.notPermitted();
    }
    store.put(invoice.paid());
    return Answer.ok(InvoiceJson.write(invoice.paid(), read.fields()));
  }
}
