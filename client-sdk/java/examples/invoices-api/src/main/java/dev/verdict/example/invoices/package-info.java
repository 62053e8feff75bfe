/**
 * A small invoices API that asks a policy decision point on every request.
 *
 * <p>Start at {@link dev.verdict.example.invoices.InvoicesApi}: each route is one question. There
 * is no rule about who may do what in this code.
 */
@NullMarked
package dev.verdict.example.invoices;

import org.jspecify.annotations.NullMarked;
