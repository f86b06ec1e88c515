package io.openrouteroperator.core.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rotation.Replica.Decider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invariants G, N, O and P of design section 3, and that everything comes to rest, over random histories. A failure prints the
 * seed and the shortest story found; {@code -Dhistories=100000} plays more of them.
 */
class HistoriesTest {
    private static final int HISTORIES = Integer.getInteger("histories", 1000);
    private static final int LENGTH = 120;

    @Test
    void noHistoryBreaksAnInvariantAndEveryHistoryComesToRest() {
        assertThat(firstFailure(KeyProtocol::decide, HISTORIES)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultPlantedInTheProtocolIsFound(Fault fault) {
        assertThat(firstFailure(fault.decider(), 400))
                .hasValueSatisfying(story -> assertThat(story).contains(fault.symptom()));
    }

    /** A copy of the protocol that is wrong in one place, and what that breaks. */
    record Fault(String name, String symptom, Decider decider) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "publishes before proof",
                        "G: ",
                        (seen, now) -> KeyProtocol.decide(seen, now)
                                        instanceof KeyDecision.Prove(InFlight.Held held, KeyTerms terms)
                                ? new KeyDecision.Publish(
                                        held,
                                        pending(seen),
                                        new PolicyProof(now, terms.guardrailId(), 1, "m", terms.policyRevision()))
                                : KeyProtocol.decide(seen, now)),
                new Fault(
                        "publishes without guardrail",
                        "G: ",
                        (seen, now) -> KeyProtocol.decide(seen, now)
                                        instanceof KeyDecision.Guard(InFlight.Held held, String guardrailId)
                                ? new KeyDecision.Publish(
                                        held, pending(seen), new PolicyProof(now, guardrailId, 1, "m", "r1"))
                                : KeyProtocol.decide(seen, now)),
                new Fault(
                        "repeats a create",
                        "a create was sent twice",
                        (seen, now) -> KeyProtocol.decide(seen, now)
                                                instanceof KeyDecision.Search(Generation.Pending pending)
                                        && seen.demand() instanceof KeyDemand.Granted(KeyTerms terms)
                                ? new KeyDecision.Create(
                                        pending,
                                        new KeyRequest(
                                                pending.keyName(),
                                                SpendLimit.nothing(terms.limit().reset()),
                                                terms.expiryOf(now),
                                                terms.workspaceId()),
                                        Urgency.CREATE)
                                : KeyProtocol.decide(seen, now)),
                new Fault(
                        "deletes orphans without proof",
                        "N: ",
                        (seen, now) -> orRather(
                                seen,
                                now,
                                seen.named().stream()
                                        .map(RemoteKey::hash)
                                        .filter(hash -> seen.record().current() == null
                                                || !hash.equals(
                                                        seen.record().current().hash())))),
                new Fault(
                        "retires before the overlap ends",
                        "N: ",
                        (seen, now) -> orRather(
                                seen, now, seen.record().previous().stream().map(Generation.Previous::hash))),
                new Fault(
                        "never clears orphans",
                        "O: ",
                        (seen, now) -> KeyProtocol.decide(
                                new KeyObservation(
                                        seen.id(),
                                        seen.wishes(),
                                        seen.demand(),
                                        seen.record(),
                                        seen.secret(),
                                        seen.inFlight(),
                                        seen.remote(),
                                        List.of(),
                                        seen.freshNonce(),
                                        seen.recentCreations(),
                                        seen.consumers(),
                                        seen.turn(),
                                        seen.affordable()),
                                now)));
    }

    private static Generation.Pending pending(KeyObservation seen) {
        return Objects.requireNonNull(seen.record().pending());
    }

    private static KeyDecision orRather(KeyObservation seen, Instant now, Stream<KeyHash> victims) {
        KeyDecision right = KeyProtocol.decide(seen, now);
        return right instanceof KeyDecision.Rest
                ? victims.findFirst()
                        .<KeyDecision>map(
                                hash -> new KeyDecision.Delete(hash, Urgency.TIDY, Reason.ORPHAN_DELETED, "planted"))
                        .orElse(right)
                : right;
    }

    /** The first seed that fails, with its story after dropping every event that it fails without. */
    private static Optional<String> firstFailure(Decider decider, int histories) {
        return LongStream.range(0, histories)
                .filter(seed ->
                        Simulation.play(Event.history(seed, LENGTH), decider).isPresent())
                .boxed()
                .findFirst()
                .map(seed -> {
                    List<Event> shortest = shrink(Event.history(seed, LENGTH), decider);
                    return "seed %d, %d of %d events are enough:%n%s"
                            .formatted(
                                    seed,
                                    shortest.size(),
                                    LENGTH,
                                    Simulation.play(shortest, decider).orElseThrow());
                });
    }

    private static List<Event> shrink(List<Event> failing, Decider decider) {
        List<Event> shortest = failing;
        for (int size = failing.size() / 2; size > 0; size = size / 2) {
            for (int start = 0; start + size <= shortest.size(); ) {
                List<Event> without = new ArrayList<>(shortest);
                without.subList(start, start + size).clear();
                if (Simulation.play(without, decider).isPresent()) {
                    shortest = without;
                } else {
                    start += size;
                }
            }
        }
        return shortest;
    }
}
