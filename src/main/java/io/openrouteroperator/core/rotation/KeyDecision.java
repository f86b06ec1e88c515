package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rollout.WorkloadRef;

/** The one effect that comes next for a key. Each has at most one write, remote or in the cluster. */
public sealed interface KeyDecision {
    /** Write this record to the status; nothing else happens before it is durable. */
    record Remember(KeyRecord record, Reason reason, String message) implements KeyDecision {}

    /** One POST, never repeated. */
    record Create(Generation.Pending pending, KeyRequest request, Urgency urgency) implements KeyDecision {}

    /** Bind the held key to its guardrail and read the binding back. */
    record Guard(InFlight.Held held, String guardrailId) implements KeyDecision {}

    /** Ask OpenRouter, with the held key itself, what it may use; no write. */
    record Prove(InFlight.Held held, KeyTerms terms) implements KeyDecision {}

    /** Give the held key its real limit. */
    record Fund(InFlight.Held held, SpendLimit limit) implements KeyDecision {}

    /** Write the held key into the Secret. */
    record Publish(InFlight.Held held, Generation.Pending pending, PolicyProof proof) implements KeyDecision {}

    /** Write the Secret's entries again around the value it has. */
    record Rewrite(KeyHash hash, int serial) implements KeyDecision {}

    /** Look for a key whose creation got lost, by its name, until two passes over the list agree; no write. */
    record Search(Generation.Pending pending) implements KeyDecision {}

    /** Delete a key that nobody can be using. */
    record Delete(KeyHash hash, Urgency urgency, Reason reason, String message) implements KeyDecision {}

    /** Change a published key. */
    record Change(KeyHash hash, KeyChange change, Urgency urgency, Reason reason, String message)
            implements KeyDecision {}

    /** Mark the pod template of a workload with the key it is to read; its controller starts it anew. */
    record Restart(WorkloadRef workload, KeyHash hash, int serial) implements KeyDecision {}

    /** Bind a published key to its guardrail again. */
    record Reassign(KeyHash hash, String guardrailId, Reason reason, String message) implements KeyDecision {}

    /** Nothing to do now. */
    record Rest(Standing standing) implements KeyDecision {}

    /** Whether it is carried out at OpenRouter, so that an account is needed. */
    default boolean isRemote() {
        return switch (this) {
            case Rest _, Remember _, Publish _, Rewrite _, Restart _ -> false;
            case Create _, Guard _, Prove _, Fund _, Search _, Delete _, Change _, Reassign _ -> true;
        };
    }
}
