package dev.verdict.example.invoices;

import dev.verdict.client.Fields;
import dev.verdict.example.invoices.Invoice.Status;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Invoices as JSON. */
final class InvoiceJson {

  private static final String MASK = "***";
  private static final int MAX_TEXT = 200;
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

  private InvoiceJson() {}

  /** The invoice, with what the fields do not cover masked. */
  static JsonObject write(Invoice invoice, Fields fields) {
    return new JsonObject()
        .put("id", invoice.id())
        .put("tenant", masked("tenant", invoice.tenant(), fields))
        .put("owner", masked("owner", invoice.owner(), fields))
        .put("customer", masked("customer", invoice.customer(), fields))
        .put("amount", masked("amount", invoice.amount().toPlainString(), fields))
        .put("status", masked("status", invoice.status().name(), fields))
        .put("iban", masked("iban", invoice.iban(), fields))
        .put("taxNumber", masked("taxNumber", invoice.taxNumber(), fields));
  }

  private static String masked(String name, String value, Fields fields) {
    return fields.covers(name) ? value : MASK;
  }

  /** A new draft; empty where the body is none. Owner and tenant are never the caller's to say. */
  static Optional<Invoice> readDraft(String body, String id, DemoUser owner) {
    JsonObject json;
    try {
      json = new JsonObject(body);
    } catch (DecodeException malformed) {
      return Optional.empty();
    }
    return text(json, "amount")
        .filter(amount -> AMOUNT.matcher(amount).matches())
        .flatMap(
            amount ->
                text(json, "customer")
                    .flatMap(
                        customer ->
                            text(json, "iban")
                                .flatMap(
                                    iban ->
                                        text(json, "taxNumber")
                                            .map(
                                                taxNumber ->
                                                    new Invoice(
                                                        id,
                                                        owner.tenant(),
                                                        owner.id(),
                                                        customer,
                                                        new BigDecimal(amount),
                                                        Status.draft,
                                                        iban,
                                                        taxNumber)))));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return json.getValue(name) instanceof String text
            && !text.isEmpty()
            && text.length() <= MAX_TEXT
        ? Optional.of(text)
        : Optional.empty();
  }
}
