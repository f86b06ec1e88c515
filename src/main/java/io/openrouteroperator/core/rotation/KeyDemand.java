package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;

/** Whether, and on what terms, a service may have a key. */
public sealed interface KeyDemand {
    /** It may, on these terms. */
    record Granted(KeyTerms terms) implements KeyDemand {}

    /** It may not have a new key until someone changes something; a published one stays as it is. */
    record Refused(Reason reason, String message) implements KeyDemand {}

    /** Its class allows nothing at all any more: a published key must stop working. */
    record Withdrawn(String message) implements KeyDemand {}

    /** It may in principle, but something it needs is not ready; a published key stays as it is. */
    record Waiting(Reason reason, String message) implements KeyDemand {}

    /** Nobody can tell yet, because caches are still filling after a start; nothing is done and nothing is written. */
    record NotYetKnown() implements KeyDemand {}
}
