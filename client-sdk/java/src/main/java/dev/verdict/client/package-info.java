/**
 * Asks a policy decision point: may this subject do this action on this resource?
 *
 * <p>Start at {@link dev.verdict.client.PdpClient}. Everything here is immutable and safe for use
 * by many threads at once; no type of the wire shows in a public signature.
 */
@NullMarked
package dev.verdict.client;

import org.jspecify.annotations.NullMarked;
