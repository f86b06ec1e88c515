package io.openrouteroperator.reconcile.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.javaoperatorsdk.operator.api.reconciler.IndexedResourceCache;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeySpec;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rotation.Generation;
import io.openrouteroperator.core.rotation.KeyDemand;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.KeyTerms;
import io.openrouteroperator.core.rotation.KeyWishes;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.Progress.Phase;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import io.openrouteroperator.reconcile.account.KeyOwners;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each key's turn among the keys of its policy, of which one may roll out at once. */
class FleetTurnsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration OLD = Duration.ofDays(91);

    private final List<OpenRouterKey> cluster = new ArrayList<>();
    private final FleetTurns turns = new FleetTurns(owners(), CLOCK);
    private final OpenRouterKey first = key("a");
    private final OpenRouterKey second = key("b");

    @BeforeEach
    void bothKeysAreInTheCluster() {
        cluster.add(first);
        cluster.add(second);
    }

    @Test
    void keyThatIsNotDueHasNoTurnAndHoldsUpNobody() {
        assertThat(mayStart(first, aged(Duration.ofDays(1)))).isFalse();
        assertThat(mayStart(second, aged(OLD))).isTrue();
    }

    @Test
    void olderKeyIsFirst() {
        assertThat(mayStart(first, aged(OLD))).isTrue();
        assertThat(mayStart(second, aged(OLD.plusDays(1)))).isTrue();
        assertThat(mayStart(first, aged(OLD))).isFalse();
    }

    @Test
    void keyThatIsPreparedOrRolledOutHoldsItsPlaceUntilItWaitsForSomebody() {
        for (Phase phase : List.of(Phase.PREPARING, Phase.ROLLING_OUT)) {
            turns.progressed(first, "corporate", in(phase));
            assertThat(mayStart(second, aged(OLD))).isFalse();
        }
        for (Phase phase : List.of(Phase.HELD_UP, Phase.DRAINING, Phase.SOAKING, Phase.RESTING)) {
            turns.progressed(first, "corporate", in(Phase.ROLLING_OUT));
            turns.progressed(first, "corporate", in(phase));
            assertThat(mayStart(second, aged(OLD))).isTrue();
        }
    }

    @Test
    void keyThatWaitsForItsTurnKeepsIt() {
        mayStart(first, aged(OLD.plusDays(1)));
        turns.progressed(first, "corporate", in(Phase.DUE));
        assertThat(mayStart(second, aged(OLD))).isFalse();
    }

    @Test
    void keyThatIsDeletedGivesItsPlaceBack() {
        turns.progressed(first, "corporate", in(Phase.ROLLING_OUT));
        turns.gone("a");
        assertThat(mayStart(second, aged(OLD))).isTrue();
    }

    @Test
    void keyBeingReplacedMayGoOnAndHoldsItsPlace() {
        KeyRecord pending = pending(aged(Duration.ofDays(1)));
        assertThat(mayStart(first, pending)).isTrue();
        assertThat(mayStart(second, aged(OLD))).isFalse();
    }

    @Test
    void afterARestartThePlacesAreTakenFromTheStatuses() {
        status(first, aged(OLD), true);
        assertThat(mayStart(second, aged(OLD))).isFalse();
    }

    @Test
    void afterARestartAKeyBeingReplacedHasItsPlaceToo() {
        status(first, pending(aged(OLD)), false);
        assertThat(mayStart(second, aged(OLD))).isFalse();
    }

    @Test
    void afterARestartKeysThatRestOrWereNeverMadeTakeNoPlace() {
        status(first, aged(OLD), false);
        cluster.add(key("c"));
        assertThat(mayStart(second, aged(OLD))).isTrue();
    }

    @Test
    void keyWithoutAPolicyOrAGrantCompetesWithNobody() {
        Grant refused = Grant.without(new KeyDemand.Refused(Reason.NO_POLICY, "none"), "corporate");
        assertThat(turns.of(first, refused, aged(OLD)).mayStart()).isTrue();
        assertThat(turns.of(first, grant(null), aged(OLD)).mayStart()).isTrue();
        assertThat(turns.of(first, grant("corporate"), KeyRecord.empty()).mayStart())
                .isTrue();
    }

    private boolean mayStart(OpenRouterKey key, KeyRecord record) {
        return turns.of(key, grant("corporate"), record).mayStart();
    }

    private static Grant grant(@Nullable String policy) {
        RotationTerms standard = RotationTerms.standard();
        RotationTerms oneAtATime = new RotationTerms(
                standard.interval(), 0, standard.overlapMin(), standard.overlapMax(), standard.maxAge(), List.of(), 1);
        SpendLimit limit = new SpendLimit(BigDecimal.TEN, ResetInterval.MONTHLY);
        return Grant.without(
                new KeyDemand.Granted(new KeyTerms("main", "w1", "g1", "r1", limit, oneAtATime, false, true)), policy);
    }

    private static KeyRecord aged(Duration age) {
        Instant made = NOW.minus(age);
        Generation.Current current = new Generation.Current(
                1, new KeyHash("1".repeat(64)), "sk-or-v1-...1", made, null, made, made, null, null);
        return new KeyRecord("main", 1, null, current, List.of(), null, false, KeyWishes.Requests.none());
    }

    private static KeyRecord pending(KeyRecord of) {
        Generation.Pending next = new Generation.Pending(2, "nonce2", "name", NOW, null);
        return new KeyRecord("main", 2, next, of.current(), List.of(), null, false, of.handled());
    }

    private static Progress in(Phase phase) {
        return new Progress(phase, "words", null, true, false);
    }

    private static OpenRouterKey key(String uid) {
        OpenRouterKey key = new OpenRouterKey();
        key.setSpec(new OpenRouterKeySpec("internal", null, null, List.of(), null, null, null, null, null));
        key.setMetadata(new ObjectMetaBuilder()
                .withNamespace("shop")
                .withName(uid)
                .withUid(uid)
                .withGeneration(1L)
                .build());
        return key;
    }

    private static void status(OpenRouterKey key, KeyRecord record, boolean outdated) {
        KeyStatusFactory statuses = new KeyStatusFactory(CLOCK);
        Standing ready = new Standing(Verdict.READY, Reason.PROVISIONED, "ready");
        key.setStatus(statuses.remembering(key, record, "corporate", ready, false));
        key.setStatus(statuses.standing(
                key, "corporate", ready, new Progress(Phase.RESTING, "words", null, true, outdated), null));
    }

    private KeyOwners owners() {
        KeyOwners owners = new KeyOwners();
        owners.use(new Cluster(cluster));
        return owners;
    }

    /** The cache of the key controller. */
    private record Cluster(List<OpenRouterKey> all) implements IndexedResourceCache<OpenRouterKey> {
        @Override
        public Stream<OpenRouterKey> list(Predicate<OpenRouterKey> predicate) {
            return all.stream().filter(predicate);
        }

        @Override
        public Stream<OpenRouterKey> list(@Nullable String namespace, Predicate<OpenRouterKey> predicate) {
            return list(predicate);
        }

        @Override
        public List<OpenRouterKey> byIndex(String indexName, String indexKey) {
            return List.of();
        }

        @Override
        public Optional<OpenRouterKey> get(ResourceID id) {
            return Optional.empty();
        }

        @Override
        public boolean contains(ResourceID id) {
            return false;
        }

        @Override
        public Stream<ResourceID> keys() {
            return Stream.empty();
        }
    }
}
