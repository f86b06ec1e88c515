package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import io.openrouteroperator.core.rotation.SecretState.Foreign;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Takes over an unmanaged key where it is; the first rotation replaces it, because nobody knows who else has its value. */
final class AdoptionRules {
    private AdoptionRules() {}

    /** Recognised by its hash: the Secret's value is a key of the account that no other service of ours owns. */
    static Optional<KeyDecision> adoptExistingKey(KeyObservation seen, Instant now) {
        if (!seen.wishes().adopt()
                || seen.record().current() != null
                || seen.record().pending() != null
                || !(seen.secret() instanceof Foreign(var _, var hash, var obstacle))
                || hash == null
                || obstacle != null
                || !(seen.remote().get(hash) instanceof Present(RemoteKey key, var _, var _))
                || !mayBeTakenOver(seen, key)) {
            return Optional.empty();
        }
        Current adopted = new Current(
                Generation.ADOPTED, hash, key.label(), key.createdAt(), key.expiresAt(), now, now, null, null);
        return GrantRules.terms(seen)
                .map(terms -> new KeyDecision.Remember(
                        seen.record()
                                .adopting(terms.account(), adopted)
                                .handled(seen.wishes().requests()),
                        Reason.ADOPTED,
                        "the unmanaged key %s was taken over; it is guarded now and replaced next"
                                .formatted(key.label())));
    }

    /** After the record: from here on the Secret is ours. */
    static Optional<KeyDecision> takeOverSecret(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        return current != null
                        && current.serial() == Generation.ADOPTED
                        && seen.wishes().adopt()
                        && seen.secret() instanceof Foreign(var _, var hash, var obstacle)
                        && obstacle == null
                        && current.hash().equals(hash)
                        && GrantRules.terms(seen).isPresent()
                ? Optional.of(new KeyDecision.Rewrite(current.hash(), current.serial()))
                : Optional.empty();
    }

    /** Why a Secret of somebody else stays theirs, and what its owner can do. */
    static String advice(KeyObservation seen, Foreign secret) {
        if (!seen.wishes().adopt()) {
            return secret.message();
        }
        return Objects.requireNonNullElse(
                secret.obstacle(),
                "spec.adopt: the Secret's value is no key of this account, or the key of another OpenRouterKey;"
                        + " set adopt: false and choose another spec.secret.name");
    }

    private static boolean mayBeTakenOver(KeyObservation seen, RemoteKey key) {
        return KeyName.parse(key.name()).map(name -> name.belongsTo(seen.id())).orElse(true);
    }
}
