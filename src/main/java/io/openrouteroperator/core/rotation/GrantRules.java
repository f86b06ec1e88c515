package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.rotation.KeyDecision.Rest;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the absence of a grant means; a published key survives everything but a withdrawal. */
final class GrantRules {
    private GrantRules() {}

    /** After a start nothing is decided, and nothing written, before the caches are full. */
    static Optional<KeyDecision> waitForCaches(KeyObservation seen, Instant now) {
        return seen.demand() instanceof KeyDemand.NotYetKnown ? Optional.of(undecided()) : Optional.empty();
    }

    /** An outage changes nothing for a published key, so its status stays too: ten thousand keys must not all say the same. */
    static Optional<KeyDecision> waitForWhatIsNotReady(KeyObservation seen, Instant now) {
        if (!(seen.demand() instanceof KeyDemand.Waiting(Reason reason, String message))) {
            return Optional.empty();
        }
        boolean published = seen.record().current() != null;
        return Optional.of(published ? undecided() : new Rest(new Standing(Verdict.RECONCILING, reason, message)));
    }

    /**
     * A class that allows nothing stops its keys, earlier ones too: an allow-list of nothing cannot be written at OpenRouter (trap
     * 10). What somebody else disabled before is not ours to enable later: a current key keeps its mark, an earlier one goes.
     */
    static Optional<KeyDecision> withdrawKey(KeyObservation seen, Instant now) {
        if (!(seen.demand() instanceof KeyDemand.Withdrawn(String message))) {
            return Optional.empty();
        }
        Generation.Current current = seen.record().current();
        if (current != null && !seen.record().withdrawn() && works(seen, current)) {
            KeyRecord marked = seen.record().retiring(stopped(seen), now).withdrawn(true);
            return Optional.of(new KeyDecision.Remember(marked, Reason.KEY_WITHDRAWN, message));
        }
        return seen.record()
                .published()
                .filter(key -> works(seen, key))
                .findFirst()
                .map(key -> new KeyDecision.Change(
                        key.hash(), new KeyChange.SetDisabled(true), Urgency.REVOKE, Reason.KEY_WITHDRAWN, message));
    }

    /** Whether OpenRouter has the key, and enabled. */
    static boolean works(KeyObservation seen, Generation.Published key) {
        return seen.remote().get(key.hash()) instanceof RemotePresence.Present(var found, var _, var _)
                && !found.disabled();
    }

    private static Set<KeyHash> stopped(KeyObservation seen) {
        return seen.record().previous().stream()
                .filter(key -> !works(seen, key))
                .map(Generation.Previous::hash)
                .collect(Collectors.toSet());
    }

    /** Without a grant nothing new is made. */
    static Optional<KeyDecision> stopWithoutGrant(KeyObservation seen, Instant now) {
        return switch (seen.demand()) {
            case KeyDemand.Refused(Reason reason, String message) ->
                Optional.of(new Rest(new Standing(Verdict.STALLED, reason, message)));
            case KeyDemand.Withdrawn(String message) ->
                Optional.of(new Rest(new Standing(Verdict.STALLED, Reason.KEY_WITHDRAWN, message)));
            case KeyDemand.Waiting _, KeyDemand.NotYetKnown _, KeyDemand.Granted _ -> Optional.empty();
        };
    }

    static Rest undecided() {
        return new Rest(new Standing(Verdict.UNDECIDED, Reason.WAITING_FOR_CACHES, "the operator is starting"));
    }

    /** The terms, when there is a grant in the account that holds the keys there are. */
    static Optional<KeyTerms> terms(KeyObservation seen) {
        String holder = seen.record().account();
        return seen.demand() instanceof KeyDemand.Granted(KeyTerms terms)
                        && (holder == null || holder.equals(terms.account()))
                ? Optional.of(terms)
                : Optional.empty();
    }
}
