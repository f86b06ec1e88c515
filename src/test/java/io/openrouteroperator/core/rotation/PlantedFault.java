package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.KeyDecision.Delete;
import io.openrouteroperator.core.rotation.KeyDecision.Publish;
import io.openrouteroperator.core.rotation.KeyDecision.Remember;
import io.openrouteroperator.core.rotation.KeyDecision.Rest;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import io.openrouteroperator.core.rotation.Replica.Decider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A copy of the protocol that is wrong in one place, and the promise that this breaks. A proof that misses one proves nothing. */
record PlantedFault(String name, String symptom, Decider decider) {
    @Override
    public String toString() {
        return name;
    }

    static List<PlantedFault> all() {
        return List.of(
                instead("publishes before proof", "G: ", PlantedFault::publishUnproven),
                instead("publishes without guardrail", "G: ", PlantedFault::publishUnguarded),
                instead("repeats a create", "a create was sent twice", PlantedFault::createAgain),
                instead("deletes orphans without proof", "N: ", PlantedFault::deleteAnyOrphan),
                instead("deletes an earlier key within its overlap", "N: ", PlantedFault::deleteEarlierKey),
                new PlantedFault("never clears orphans", "O: ", (seen, now) -> KeyProtocol.decide(blind(seen), now)),
                instead("retires before the drain", "D: ", PlantedFault::retireUndrained),
                instead("retires before the shortest overlap", "D: ", PlantedFault::retireHastily),
                instead("deletes without a soak", "S: ", PlantedFault::deleteUnsoaked),
                instead("counts a soak from before the key was disabled", "S: ", PlantedFault::disableLate),
                instead("records a rollout instead of a restart", "L: ", PlantedFault::skipRestart),
                instead("retires what nobody had time to leave", "L: ", PlantedFault::retireUnserved),
                instead("forgets the pods of a lost status", "L: ", PlantedFault::forgetPods),
                instead("marks the use before the rollout is done", "D: ", PlantedFault::markEarly),
                new PlantedFault("ignores its turn", "T: ", (seen, now) -> KeyProtocol.decide(unturned(seen), now)),
                new PlantedFault("never rotates by age", "A: ", (seen, now) -> KeyProtocol.decide(asleep(seen), now)));
    }

    /** Sees what the protocol decided, and may decide otherwise. */
    @FunctionalInterface
    private interface Meddler {
        KeyDecision instead(KeyDecision right, KeyObservation seen, Instant now);
    }

    private static PlantedFault instead(String name, String symptom, Meddler meddler) {
        return new PlantedFault(
                name, symptom, (seen, now) -> meddler.instead(KeyProtocol.decide(seen, now), seen, now));
    }

    private static KeyDecision publishUnproven(KeyDecision right, KeyObservation seen, Instant now) {
        return right instanceof KeyDecision.Prove(InFlight.Held held, KeyTerms terms)
                ? new Publish(
                        held, pending(seen), new PolicyProof(now, terms.guardrailId(), 1, "m", terms.policyRevision()))
                : right;
    }

    private static KeyDecision publishUnguarded(KeyDecision right, KeyObservation seen, Instant now) {
        return right instanceof KeyDecision.Guard(InFlight.Held held, String guardrailId)
                ? new Publish(held, pending(seen), new PolicyProof(now, guardrailId, 1, "m", "r1"))
                : right;
    }

    private static KeyDecision createAgain(KeyDecision right, KeyObservation seen, Instant now) {
        return right instanceof KeyDecision.Search(Generation.Pending pending)
                        && seen.demand() instanceof KeyDemand.Granted(KeyTerms terms)
                ? new KeyDecision.Create(
                        pending,
                        new KeyRequest(
                                pending.keyName(),
                                SpendLimit.nothing(terms.limit().reset()),
                                terms.expiryOf(now),
                                terms.workspaceId()),
                        Urgency.CREATE)
                : right;
    }

    private static KeyDecision deleteAnyOrphan(KeyDecision right, KeyObservation seen, Instant now) {
        Generation.Current current = seen.record().current();
        return orRather(
                right,
                seen.named().stream()
                        .map(RemoteKey::hash)
                        .filter(hash -> current == null || !hash.equals(current.hash())));
    }

    private static KeyDecision deleteEarlierKey(KeyDecision right, KeyObservation seen, Instant now) {
        return orRather(right, seen.record().previous().stream().map(Previous::hash));
    }

    private static KeyDecision orRather(KeyDecision right, Stream<KeyHash> victims) {
        return right instanceof Rest
                ? victims.findFirst().map(PlantedFault::delete).orElse(right)
                : right;
    }

    private static KeyDecision delete(KeyHash hash) {
        return new Delete(hash, Urgency.TIDY, Reason.ORPHAN_DELETED, "planted");
    }

    private static KeyDecision retireUndrained(KeyDecision right, KeyObservation seen, Instant now) {
        Duration least = RotationTerms.standard().overlapMin();
        return right instanceof Rest
                ? first(
                                seen,
                                old -> old.retiredAt() == null
                                        && now.isAfter(old.supersededAt().plus(least)))
                        .map(old -> retire(seen, old, now))
                        .orElse(right)
                : right;
    }

    private static KeyDecision retireHastily(KeyDecision right, KeyObservation seen, Instant now) {
        return right instanceof Rest
                ? first(seen, old -> old.retiredAt() == null && isUnused(seen, old))
                        .map(old -> retire(seen, old, now))
                        .orElse(right)
                : right;
    }

    private static boolean isUnused(KeyObservation seen, Previous old) {
        UsageMark mark = old.mark();
        return mark != null && seen.remote().get(old.hash()) instanceof Present found && mark.heldBy(found);
    }

    private static KeyDecision deleteUnsoaked(KeyDecision right, KeyObservation seen, Instant now) {
        return right instanceof Rest
                ? first(seen, old -> old.retiredAt() != null && !GrantRules.works(seen, old))
                        .map(old -> delete(old.hash()))
                        .orElse(right)
                : right;
    }

    private static KeyDecision disableLate(KeyDecision right, KeyObservation seen, Instant now) {
        return right instanceof Remember remember && remember.message().contains("its soak begins now")
                ? first(seen, old -> old.retiredAt() != null && GrantRules.works(seen, old))
                        .<KeyDecision>map(old -> new KeyDecision.Change(
                                old.hash(),
                                new KeyChange.SetDisabled(true),
                                Urgency.RETIRE,
                                Reason.OLD_KEY_DISABLED,
                                "planted"))
                        .orElse(right)
                : right;
    }

    private static KeyDecision skipRestart(KeyDecision right, KeyObservation seen, Instant now) {
        return right instanceof KeyDecision.Restart
                ? new Remember(seen.record().rolledOut(now), Reason.CONSUMERS_UPDATED, "planted")
                : right;
    }

    private static KeyDecision retireUnserved(KeyDecision right, KeyObservation seen, Instant now) {
        return right instanceof Remember remember && remember.message().contains("restarted only now")
                ? first(seen, old -> old.retiredAt() == null && !now.isBefore(old.retireAfter()))
                        .map(old -> retire(seen, old, now))
                        .orElse(right)
                : right;
    }

    private static KeyDecision forgetPods(KeyDecision right, KeyObservation seen, Instant now) {
        return right instanceof Remember(KeyRecord record, Reason reason, String message)
                        && record.current() != null
                        && !record.current().equals(seen.record().current())
                        && record.previous().isEmpty()
                ? new Remember(record.rolledOut(now), reason, message)
                : right;
    }

    private static KeyDecision markEarly(KeyDecision right, KeyObservation seen, Instant now) {
        return right instanceof Rest
                ? first(seen, old -> old.mark() == null)
                        .flatMap(old -> seen.remote().get(old.hash()) instanceof Present found
                                ? Optional.<KeyDecision>of(new Remember(
                                        seen.record().with(old.hash(), key -> key.marked(UsageMark.of(found))),
                                        Reason.DRAINING,
                                        "planted"))
                                : Optional.empty())
                        .orElse(right)
                : right;
    }

    private static Optional<Previous> first(KeyObservation seen, Predicate<Previous> which) {
        return seen.record().previous().stream()
                .filter(old -> !old.restored() && !seen.publishes(old.hash()))
                .filter(which)
                .findFirst();
    }

    private static KeyDecision retire(KeyObservation seen, Previous old, Instant now) {
        return new Remember(seen.record().with(old.hash(), key -> key.retired(now)), Reason.OLD_KEY_UNUSED, "planted");
    }

    private static Generation.Pending pending(KeyObservation seen) {
        return Objects.requireNonNull(seen.record().pending());
    }

    private static KeyObservation blind(KeyObservation seen) {
        return copy(seen, seen.wishes(), seen.demand(), List.of(), seen.turn());
    }

    private static KeyObservation unturned(KeyObservation seen) {
        return copy(seen, seen.wishes(), seen.demand(), seen.named(), FleetTurn.free());
    }

    private static KeyObservation asleep(KeyObservation seen) {
        KeyWishes asleep = new KeyWishes(seen.wishes().requests(), false, true, true);
        return copy(seen, asleep, seen.demand(), seen.named(), seen.turn());
    }

    private static KeyObservation copy(
            KeyObservation seen, KeyWishes wishes, KeyDemand demand, List<RemoteKey> named, FleetTurn turn) {
        return new KeyObservation(
                seen.id(),
                wishes,
                demand,
                seen.record(),
                seen.secret(),
                seen.inFlight(),
                seen.remote(),
                named,
                seen.freshNonce(),
                seen.recentCreations(),
                seen.consumers(),
                turn,
                seen.affordable());
    }
}
