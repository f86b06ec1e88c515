/**
 * How fast the webhook answers, against the fastest HTTPS server that could stand in its place, in one run on the same cores and with the
 * same bodies: such machines are too noisy for figures of different runs. {@code PeerBench} sets Gatekeeper and Kyverno in that server's place.
 */
@NullMarked
package io.openrouteroperator.proof.bench.admission;

import org.jspecify.annotations.NullMarked;
