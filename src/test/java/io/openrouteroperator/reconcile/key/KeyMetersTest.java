package io.openrouteroperator.reconcile.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rotation.KeyDecision;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.Progress.Phase;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Each key is told of while its object lives, and by nothing that is secret. */
class KeyMetersTest {
    private static final Instant NEXT = Instant.parse("2026-12-01T00:00:00Z");
    private static final Standing GOOD = new Standing(Verdict.READY, Reason.PROVISIONED, "all is well");
    private static final String HASH = "0123456789abcdef".repeat(4);

    private static final String CURRENT = """
            current:
              serial: 1
              hash: %s
              label: sk-or-v1-abc...wxyz
              createdAt: "2026-11-01T00:00:00Z"
              expiresAt: "2027-02-01T00:00:00Z"
              publishedAt: "2026-11-01T00:00:00Z"
            """.formatted(HASH);
    private static final String OVERLAP = """
            previous:
              - serial: 0
                hash: %s
                supersededAt: "2026-11-01T00:00:00Z"
                retireAfter: "2026-11-04T00:00:00Z"
            """.formatted("f".repeat(64));
    private static final String PENDING = """
            pending: {serial: %d, nonce: %s, startedAt: "2026-11-24T00:00:00Z", keyName: k8s/c1/shop/web/0a1b2c3d-2-n}
            """;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final KeyMeters meters = new KeyMeters(registry, true);

    @Test
    void tellsWhenKeyIsReplacedAndWhenItEnds() {
        meters.standing(key("web", CURRENT), GOOD, resting());

        assertThat(gauge("key.ready", "web")).isEqualTo(1);
        assertThat(gauge("key.next.rotation.timestamp.seconds", "web")).isEqualTo(seconds(NEXT));
        assertThat(gauge("key.expiry.timestamp.seconds", "web"))
                .isEqualTo(seconds(Instant.parse("2027-02-01T00:00:00Z")));
        assertThat(gauge("key.overlap.end.timestamp.seconds", "web")).isNaN();
        assertThat(keys(Phase.RESTING)).isEqualTo(1);
    }

    @Test
    void tellsWhatKeyHasSpentAndWhatIsLeft() {
        meters.standing(
                key("web", CURRENT + "usage: {daily: '1.50', monthly: '20.25', remaining: '79.75'}\n"),
                GOOD,
                resting());
        meters.standing(key("new", CURRENT + "usage: {daily: '0.00', monthly: '0.00'}\n"), GOOD, resting());

        assertThat(gauge("key.usage.daily.usd", "web")).isEqualTo(1.5);
        assertThat(gauge("key.usage.monthly.usd", "web")).isEqualTo(20.25);
        assertThat(gauge("key.limit.remaining.usd", "web")).isEqualTo(79.75);
        assertThat(gauge("key.limit.remaining.usd", "new")).isNaN();
    }

    @Test
    void tellsWhoIsHeldUpAndSinceWhenTheEarlierKeyWorks() {
        Progress heldUp = new Progress(Phase.HELD_UP, "Rolling out: Deployment web is paused", NEXT, true, true);

        meters.standing(key("web", CURRENT + OVERLAP), GOOD, heldUp);

        assertThat(gauge("key.rollout.held.up", "web")).isEqualTo(1);
        assertThat(gauge("key.overlap.start.timestamp.seconds", "web"))
                .isEqualTo(seconds(Instant.parse("2026-11-01T00:00:00Z")));
        assertThat(gauge("key.overlap.end.timestamp.seconds", "web"))
                .isEqualTo(seconds(Instant.parse("2026-11-04T00:00:00Z")));
        assertThat(keys(Phase.HELD_UP)).isEqualTo(1);
    }

    @Test
    void countsKeysThatAreNotReadyByReason() {
        String conditions = """
                conditions: [{type: Ready, status: "False", reason: BreakerOpen, message: too many}]
                """;

        meters.standing(
                key("web", CURRENT + conditions),
                new Standing(Verdict.STALLED, Reason.BREAKER_OPEN, "too many"),
                resting());

        assertThat(gauge("key.breaker.open", "web")).isEqualTo(1);
        assertThat(gauge("key.ready", "web")).isZero();
        assertThat(registry.get(KeyMeters.NOT_READY)
                        .tag("reason", "BreakerOpen")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void goesWithItsObject() {
        OpenRouterKey key = key("web", CURRENT);
        meters.standing(key, GOOD, resting());

        meters.gone(key);

        assertThat(registry.getMeters()).extracting(Meter::getId).noneMatch(id -> id.getTag("namespace") != null);
        assertThat(keys(Phase.RESTING)).isZero();
    }

    @Test
    void tellsWorstOfEachNamespaceWhereKeysAreTooMany() {
        SimpleMeterRegistry few = new SimpleMeterRegistry();
        KeyMeters bounded = new KeyMeters(few, false);
        String spent = CURRENT + "usage: {daily: '2.00'}\n";
        OpenRouterKey first = key("first", spent);

        bounded.standing(first, GOOD, resting());
        bounded.standing(
                key("second", spent), GOOD, new Progress(Phase.DUE, "Due", NEXT.minusSeconds(60), true, false));
        double worst = next(few);
        bounded.gone(first);

        assertThat(few.get(KeyMeters.PREFIX + "key.usage.daily.usd").gauge().value())
                .as("the sum of both, less the one that is gone")
                .isEqualTo(2);
        assertThat(worst).isEqualTo(seconds(NEXT.minusSeconds(60)));
        assertThat(next(few)).as("while one is left").isEqualTo(worst);
        assertThat(few.getMeters())
                .extracting(meter -> meter.getId().getTag("name"))
                .containsOnlyNulls();
    }

    @Test
    void countsRotationsByOutcomeAndReason() {
        remember(CURRENT + PENDING.formatted(2, "n1"), Reason.ROTATION_DUE);
        remember(CURRENT + PENDING.formatted(2, "n1"), Reason.OLD_KEY_DELETED);
        remember(CURRENT + PENDING.formatted(3, "n2"), Reason.ISSUING);
        remember(CURRENT.replace("serial: 1", "serial: 3"), Reason.SECRET_SYNCED);

        assertThat(rotations("begun", Reason.ROTATION_DUE)).isEqualTo(2);
        assertThat(rotations("abandoned", Reason.ROTATION_DUE)).isEqualTo(1);
        assertThat(rotations("published", Reason.ROTATION_DUE)).isEqualTo(1);
        assertThat(registry.find(KeyMeters.ROTATIONS).counters()).hasSize(3);
    }

    @Test
    void countsNoRotationForFirstKey() {
        remember(PENDING.formatted(1, "n1"), Reason.ISSUING);
        remember(CURRENT, Reason.SECRET_SYNCED);

        assertThat(registry.find(KeyMeters.ROTATIONS).counters()).isEmpty();
    }

    @Test
    void namesNoKeyInAnyLabel() {
        meters.standing(key("web", CURRENT + OVERLAP), GOOD, resting());
        remember(CURRENT + PENDING.formatted(2, "n1"), Reason.ROTATION_DUE);

        assertThat(registry.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(Tag::getValue)
                .noneMatch(value -> value.contains(HASH) || value.contains("sk-or") || value.contains("n1"));
    }

    private void remember(String status, Reason reason) {
        OpenRouterKey key = key("web", status);
        meters.done(key, new KeyDecision.Remember(KeyMapper.record(key), reason, "for a reason"));
    }

    private static double seconds(Instant instant) {
        return (double) instant.getEpochSecond();
    }

    private static Progress resting() {
        return new Progress(Phase.RESTING, "Ready", NEXT, true, false);
    }

    private double gauge(String name, String key) {
        return registry.get(KeyMeters.PREFIX + name)
                .tags("namespace", "shop", "name", key)
                .gauge()
                .value();
    }

    private double keys(Phase phase) {
        return registry.get(KeyMeters.KEYS).tag("phase", phase.name()).gauge().value();
    }

    private static double next(SimpleMeterRegistry registry) {
        return registry.get(KeyMeters.PREFIX + "key.next.rotation.timestamp.seconds")
                .tag("namespace", "shop")
                .gauge()
                .value();
    }

    private double rotations(String outcome, Reason reason) {
        return registry.get(KeyMeters.ROTATIONS)
                .tags("outcome", outcome, "reason", reason.text())
                .counter()
                .count();
    }

    private static OpenRouterKey key(String name, String status) {
        return Serialization.unmarshal("""
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterKey
                metadata: {namespace: shop, name: %s, uid: uid-of-%s}
                spec: {classification: internal}
                status:
                %s
                """.formatted(name, name, status.indent(2)), OpenRouterKey.class);
    }
}
