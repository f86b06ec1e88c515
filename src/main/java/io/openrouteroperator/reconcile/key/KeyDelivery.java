package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.api.model.Secret;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.policy.compile.RoutingPreferences;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.KeyDecision;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.PolicyProof;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry.Connected;
import io.openrouteroperator.reconcile.key.KeyGatherer.Gathered;
import io.openrouteroperator.reconcile.policy.ClassificationView.Enforced;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings a key to its service: the Secret as it should be, and the writes that make it so. */
final class KeyDelivery {
    private final SecretStore secrets;
    private final String operatorName;

    KeyDelivery(SecretStore secrets, String operatorName) {
        this.secrets = secrets;
        this.operatorName = operatorName;
    }

    /** The Secret around the value it has, or null when there is no grant to say how it should look. */
    @Nullable
    Secret wanted(OpenRouterKey key, Grant grant, KeyRecord record, SecretValue value) {
        Current current = record.current();
        if (current == null || !current.hash().equals(value.hash())) {
            return null;
        }
        return render(key, grant, value, current.serial(), current.expiresAt(), current.publishedAt(), record.proof())
                .orElse(null);
    }

    /** Puts a new key into the Secret. */
    void publish(OpenRouterKey key, Grant grant, KeyDecision.Publish publish, Gathered seen, Instant now) {
        var minted = publish.held().minted();
        render(
                        key,
                        grant,
                        minted.value(),
                        publish.pending().serial(),
                        minted.key().expiresAt(),
                        now,
                        publish.proof())
                .ifPresent(secret -> secrets.write(secret, seen.secret()));
    }

    /** Writes the Secret anew around the key it has. */
    void rewrite(OpenRouterKey key, Grant grant, KeyDecision.Rewrite rewrite, Gathered seen) {
        KeyRecord record = seen.observation().record();
        Current current = Objects.requireNonNull(record.current());
        seen.secret()
                .flatMap(secret -> SecretStore.value(key, secret))
                .flatMap(value -> render(
                        key,
                        grant,
                        value,
                        rewrite.serial(),
                        current.expiresAt(),
                        current.publishedAt(),
                        record.proof()))
                .ifPresent(secret -> secrets.write(secret, seen.secret()));
    }

    private Optional<Secret> render(
            OpenRouterKey key,
            Grant grant,
            SecretValue value,
            int serial,
            @Nullable Instant expiresAt,
            Instant publishedAt,
            @Nullable PolicyProof proof) {
        Enforced classification = grant.classification();
        Connected account = grant.account();
        if (classification == null || account == null) {
            return Optional.empty();
        }
        String baseUrl = account.view().connection().connection().baseUrl().toString();
        String preferences = RoutingPreferences.of(classification.rules(), classification.compiled())
                .json();
        return Optional.of(SecretRendering.render(
                key,
                new SecretRendering.Content(value, serial, expiresAt, publishedAt, proof, baseUrl, preferences),
                operatorName));
    }
}
