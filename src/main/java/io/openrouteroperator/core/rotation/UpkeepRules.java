package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.KeyDecision.Change;
import io.openrouteroperator.core.rotation.KeyDecision.Reassign;
import io.openrouteroperator.core.rotation.KeyDecision.Rest;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A published key is kept as its policy asks for: what someone changed by hand is put back. */
final class UpkeepRules {
    private UpkeepRules() {}

    /** The class allows something again: enable first, then forget that we disabled it. */
    static Optional<KeyDecision> restoreWithdrawnKey(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        if (current == null || !seen.record().withdrawn()) {
            return Optional.empty();
        }
        String message = "the class allows something again";
        return present(seen)
                .map(found -> found.key().disabled()
                        ? new Change(current.hash(), new KeyChange.SetDisabled(false), Reason.PROVISIONED, message)
                        : new KeyDecision.Remember(seen.record().withdrawn(false), Reason.PROVISIONED, message));
    }

    static Optional<KeyDecision> reassignGuardrail(KeyObservation seen, Instant now) {
        return present(seen)
                .flatMap(found -> GrantRules.terms(seen)
                        .filter(terms -> !terms.guardrailId().equals(found.guardrailId()))
                        .map(terms -> new Reassign(
                                found.key().hash(),
                                terms.guardrailId(),
                                Reason.GUARDRAIL_REASSIGNED,
                                found.guardrailId() == null
                                        ? "the key had no guardrail"
                                        : "the key was bound to another guardrail")));
    }

    static Optional<KeyDecision> correctLimit(KeyObservation seen, Instant now) {
        return present(seen)
                .flatMap(found -> GrantRules.terms(seen)
                        .filter(terms -> differs(found.key().limit(), terms.limit()))
                        .map(terms -> new Change(
                                found.key().hash(),
                                new KeyChange.SetLimit(terms.limit()),
                                Reason.KEY_DRIFT,
                                "the limit was not the one asked for")));
    }

    /** Recovery finds keys by name, so a name given by someone else is a danger, not a preference. */
    static Optional<KeyDecision> correctName(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        if (current == null) {
            return Optional.empty();
        }
        return present(seen)
                .map(Present::key)
                .filter(key -> !hasOurName(seen, key))
                .map(key -> new Change(
                        key.hash(),
                        new KeyChange.Rename(KeyName.compose(seen.id(), current.serial(), seen.freshNonce())),
                        Reason.KEY_DRIFT,
                        "the key was renamed"));
    }

    static Optional<KeyDecision> rewriteSecret(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        return current != null && seen.secret() instanceof SecretState.Ours ours && !ours.rendered()
                ? Optional.of(new KeyDecision.Rewrite(current.hash(), current.serial()))
                : Optional.empty();
    }

    static Optional<KeyDecision> reportDisabledKey(KeyObservation seen, Instant now) {
        return ReplacementRules.disabledByHand(seen)
                .map(serial -> new Rest(new Standing(
                        Verdict.STALLED,
                        Reason.KEY_DISABLED_REMOTELY,
                        ("key serial %d was disabled at OpenRouter; enable it there, or set onRemoteDisable: Replace"
                                        + " in the policy")
                                .formatted(serial))));
    }

    /** Nothing is left to do. */
    static Rest ready(KeyObservation seen) {
        Current current = seen.record().current();
        return current == null
                ? GrantRules.undecided()
                : new Rest(new Standing(
                        Verdict.READY,
                        Reason.PROVISIONED,
                        "key serial %d (%s) is published and guarded".formatted(current.serial(), current.label())));
    }

    private static boolean hasOurName(KeyObservation seen, RemoteKey key) {
        return KeyName.parse(key.name())
                .filter(name -> name.belongsTo(seen.id()))
                .isPresent();
    }

    private static boolean differs(@Nullable SpendLimit is, SpendLimit wanted) {
        return is == null || !is.sameAs(wanted);
    }

    private static Optional<Present> present(KeyObservation seen) {
        Current current = seen.record().current();
        return current != null && seen.remote().get(current.hash()) instanceof Present found
                ? Optional.of(found)
                : Optional.empty();
    }
}
