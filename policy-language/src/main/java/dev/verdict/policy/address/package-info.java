/**
 * IP addresses and ranges of them, as values: nothing is resolved, nothing is connected to.
 *
 * <p>Start at {@link dev.verdict.policy.address.IpAddress} and {@link
 * dev.verdict.policy.address.AddressRange}. Texts are read strictly, since two programs that read
 * one text as two addresses are a way around a rule. Depends on nothing.
 */
@NullMarked
package dev.verdict.policy.address;

import org.jspecify.annotations.NullMarked;
