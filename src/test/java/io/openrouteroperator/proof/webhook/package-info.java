/** The webhook is never in the way: replicas come and go, certificates change, nobody answers, and what it need not see is not sent. */
@NullMarked
package io.openrouteroperator.proof.webhook;

import org.jspecify.annotations.NullMarked;
