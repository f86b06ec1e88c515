package io.openrouteroperator.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.KeyLimit;
import io.openrouteroperator.api.v1alpha1.key.KeyRotation;
import io.openrouteroperator.api.v1alpha1.key.KeyUsage;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PolicyProof;
import io.openrouteroperator.api.v1alpha1.key.PreviousKey;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.compliance.snapshot.Conditions;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey.Ask;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey.Earlier;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey.Proof;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey.Published;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey.Spending;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.governance.FactsMapper;
import io.openrouteroperator.governance.ResetMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From an OpenRouterKey to what a review asks of it. */
final class ObservedKeyMapper {
    private ObservedKeyMapper() {}

    static ObservedKey key(JsonNode object) {
        OpenRouterKey key = Values.read(object, OpenRouterKey.class);
        OpenRouterKeyStatus status = key.getStatus();
        ManagedKey declared = FactsMapper.declaredKey(key);
        return new ObservedKey(
                declared.name(),
                key.getSpec().classification(),
                status == null ? null : status.policy(),
                status == null ? null : status.account(),
                status == null || status.secretName() == null ? declared.secretName() : status.secretName(),
                ask(key.getSpec().limit(), key.getSpec().rotation()),
                status == null ? null : published(status.current()),
                status == null
                        ? List.of()
                        : status.previous().stream()
                                .map(ObservedKeyMapper::earlier)
                                .toList(),
                status == null ? null : proof(status.proof()),
                status == null ? null : spending(status.usage()),
                status == null ? null : Values.instant(status.nextRotationTime()),
                status == null ? Conditions.NONE : Values.conditions(status.conditions()));
    }

    private static Ask ask(@Nullable KeyLimit limit, @Nullable KeyRotation rotation) {
        ResetInterval reset = limit == null || limit.reset() == null ? null : ResetMapper.interval(limit.reset());
        return new Ask(
                limit == null ? null : limit.usd(),
                reset,
                rotation == null ? null : rotation.interval(),
                rotation != null && Boolean.TRUE.equals(rotation.suspend()));
    }

    private static @Nullable Published published(@Nullable CurrentKey current) {
        return current == null
                ? null
                : new Published(
                        current.serial(),
                        current.hash(),
                        current.label(),
                        Values.instant(current.createdAt()),
                        Values.instant(current.publishedAt()),
                        Values.instant(current.expiresAt()));
    }

    private static Earlier earlier(PreviousKey previous) {
        return new Earlier(
                previous.serial(),
                Values.instant(previous.supersededAt()),
                Values.instant(previous.retireAfter()),
                Values.instant(previous.retiredAt()));
    }

    private static @Nullable Proof proof(@Nullable PolicyProof proof) {
        return proof == null
                ? null
                : new Proof(
                        Values.time(proof.provenAt()),
                        proof.guardrailId(),
                        proof.usableModels(),
                        proof.policyRevision());
    }

    private static @Nullable Spending spending(@Nullable KeyUsage usage) {
        return usage == null
                ? null
                : new Spending(
                        Values.decimal(usage.daily()),
                        Values.decimal(usage.monthly()),
                        Values.decimal(usage.remaining()),
                        Values.day(usage.lastUsedOn()));
    }
}
