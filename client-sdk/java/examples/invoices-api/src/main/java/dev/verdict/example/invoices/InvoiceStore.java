package dev.verdict.example.invoices;

import dev.verdict.example.invoices.Invoice.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The invoices of both tenants, in memory and side by side: nothing here keeps them apart. */
final class InvoiceStore {

  private final Map<String, Invoice> invoices = new ConcurrentSkipListMap<>();
  private final AtomicInteger numbers = new AtomicInteger(100);

  InvoiceStore() {
    add("acme-1", "acme", "alice", "Initech", "1200.50", Status.sent, "DE02120300000000202051");
    add("acme-2", "acme", "alice", "Hooli", "25000", Status.locked, "DE02500105170137075030");
    add("acme-3", "acme", "erin", "Soylent", "80", Status.draft, "DE02100500000054540402");
    add(
        "globex-1",
        "globex",
        "dave",
        "Umbrella",
        "800",
        Status.draft,
        "FR1420041010050500013M02606");
  }

  Optional<Invoice> find(String id) {
    return Optional.ofNullable(invoices.get(id));
  }

  List<Invoice> all() {
    return List.copyOf(invoices.values());
  }

  void put(Invoice invoice) {
    invoices.put(invoice.id(), invoice);
  }

  String nextId(String tenant) {
    return tenant + "-" + numbers.incrementAndGet();
  }

  private void add(
      String id,
      String tenant,
      String owner,
      String customer,
      String amount,
      Status status,
      String iban) {
    put(
        new Invoice(
            id, tenant, owner, customer, new BigDecimal(amount), status, iban, "12/345/67890"));
  }
}
