package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rollout.WorkloadRef;
import io.openrouteroperator.core.rotation.KeyDecision;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.Progress.Phase;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Everything that is ever told of keys. */
public final class KeyMetersExample {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private KeyMetersExample() {}

    /** Tells it once. */
    public static void tell(MeterRegistry registry) {
        OpenRouterKey key = Serialization.unmarshal("""
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterKey
                metadata: {namespace: shop, name: web, uid: uid}
                spec: {classification: internal}
                status:
                  conditions: [{type: Ready, status: "False", reason: BreakerOpen, message: too many}]
                  current:
                    serial: 1
                    hash: %s
                    label: sk-or-v1-abc...wxyz
                    createdAt: "2026-11-01T00:00:00Z"
                    publishedAt: "2026-11-01T00:00:00Z"
                  pending: {serial: 2, nonce: n1, startedAt: "2026-11-24T00:00:00Z", keyName: k8s/c1/shop/web/0a1b2c3d-2-n}
                """.formatted(HASH), OpenRouterKey.class);
        KeyMeters meters = new KeyMeters(registry, true);
        meters.standing(
                key,
                new Standing(Verdict.STALLED, Reason.BREAKER_OPEN, "too many"),
                new Progress(Phase.RESTING, "Ready", Instant.EPOCH, true, false));
        effects(KeyMapper.record(key)).forEach(effect -> meters.done(key, effect));
    }

    private static List<KeyDecision> effects(KeyRecord record) {
        KeyRequest request =
                new KeyRequest("name", SpendLimit.nothing(ResetInterval.NEVER), Instant.EPOCH, "workspace");
        KeyHash hash = new KeyHash(HASH);
        return List.of(
                new KeyDecision.Remember(record, Reason.ROTATION_DUE, "for a reason"),
                new KeyDecision.Create(Objects.requireNonNull(record.pending()), request, Urgency.ROTATE),
                new KeyDecision.Change(
                        hash, new KeyChange.SetDisabled(true), Urgency.RETIRE, Reason.ROTATION_DUE, "for a reason"),
                new KeyDecision.Delete(hash, Urgency.RETIRE, Reason.ROTATION_DUE, "for a reason"),
                new KeyDecision.Restart(new WorkloadRef("apps/v1", "Deployment", "shop", "web", "uid"), hash, 2));
    }
}
