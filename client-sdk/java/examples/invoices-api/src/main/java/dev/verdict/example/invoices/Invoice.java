package dev.verdict.example.invoices;

import dev.verdict.client.Resource;
import java.math.BigDecimal;

/** An invoice of one tenant. */
record Invoice(
    String id,
    String tenant,
    String owner,
    String customer,
    BigDecimal amount,
    Status status,
    String iban,
    String taxNumber) {

  /** Where an invoice stands; in lower case as the policies name it. */
  enum Status {
    draft,
    sent,
    paid,
    locked
  }

  /** What the policies want to know of it; bank and tax data stay here. */
  Resource asResource() {
    return Resource.of("invoice", id)
        .with("tenant", tenant)
        .with("owner", owner)
        .with("amount", amount)
        .with("status", status.name());
  }

  Invoice paid() {
    return new Invoice(id, tenant, owner, customer, amount, Status.paid, iban, taxNumber);
  }
}
