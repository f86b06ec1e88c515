package io.openrouteroperator.proof;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.reconcile.Consumer;
import io.openrouteroperator.reconcile.ManagementCall;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.simulator.KeySnapshot;
import io.openrouteroperator.simulator.Simulator;
import java.math.BigDecimal;
import java.util.Optional;

/** What people do in the stories of a proof, and what they look at to see whether it was done. */
public final class Hand {
    /** The one service that every story is about. */
    public static final String SERVICE = "service";

    private static final String MADE_BY = "app.kubernetes.io/managed-by";
    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    private final Simulator openRouter;

    public Hand(Simulator openRouter) {
        this.openRouter = openRouter;
    }

    public void nothing(Tenant tenant) {}

    public void request(Tenant tenant) {
        tenant.requestKey(SERVICE, "classification: internal");
    }

    public void provide(Tenant tenant) {
        request(tenant);
        tenant.awaitPublished(SERVICE);
    }

    /** A service whose key is read when it starts, so that it has to be restarted for another. */
    public void provideConsumer(Tenant tenant) {
        provide(tenant);
        new Consumer(tenant, SERVICE).start();
    }

    /** A credential that only another key may use; it has to be opened to the new key. */
    public void requestWithCredential(Tenant tenant) {
        String other = Simulator.hashOf(openRouter.dashboard().createKey("another service"));
        ManagementCall.post(
                openRouter,
                "/byok",
                "{\"provider\":\"azure\",\"key\":\"azure-credential\",\"allowed_api_key_hashes\":[\"%s\"]}"
                        .formatted(other));
        request(tenant);
    }

    public void storeUnmanagedKey(Tenant tenant) {
        tenant.storeSecret(
                SERVICE, "OPENROUTER_API_KEY", openRouter.dashboard().createKey("/" + tenant.name() + "/by hand"));
    }

    public void requestAdoption(Tenant tenant) {
        tenant.requestKey(SERVICE, "classification: internal\nadopt: true\n");
    }

    public void annotate(Tenant tenant, String request) {
        object(tenant).edit(key -> {
            key.getMetadata().getAnnotations().put("openrouter-operator.io/" + request, "once");
            return key;
        });
    }

    public void deleteSecret(Tenant tenant) {
        secret(tenant).delete();
    }

    public void editSecret(Tenant tenant) {
        secret(tenant)
                .edit(secret -> new SecretBuilder(secret)
                        .editMetadata()
                        .removeFromLabels(MADE_BY)
                        .endMetadata()
                        .build());
    }

    public boolean rewritten(Tenant tenant) {
        return tenant.secret(SERVICE)
                .map(secret -> secret.getMetadata().getLabels().containsKey(MADE_BY))
                .orElse(false);
    }

    public void unassign(Tenant tenant) {
        remote(tenant).ifPresent(key -> openRouter.dashboard().unassign(key.hash()));
    }

    public boolean halved(Tenant tenant) {
        return remote(tenant)
                .map(KeySnapshot::limit)
                .filter(limit -> limit.compareTo(HALF) == 0)
                .isPresent();
    }

    public boolean twoGuardrails(Tenant tenant) {
        return guardrails(tenant) >= 2;
    }

    public boolean oneGuardrail(Tenant tenant) {
        return guardrails(tenant) == 1;
    }

    private long guardrails(Tenant tenant) {
        return openRouter.guardrails().stream()
                .filter(guardrail -> guardrail.name().contains("/" + tenant.name() + "/"))
                .count();
    }

    public void delete(Tenant tenant) {
        object(tenant).delete();
    }

    /** Whether the published key has this serial or a later one, and no earlier key is left: both told by one read. */
    public boolean settledFrom(Tenant tenant, int serial) {
        return status(tenant)
                .filter(status -> status.previous().isEmpty())
                .map(OpenRouterKeyStatus::current)
                .filter(current -> current.serial() >= serial)
                .isPresent();
    }

    private static Optional<OpenRouterKeyStatus> status(Tenant tenant) {
        return Optional.ofNullable(tenant.key(SERVICE).getStatus());
    }

    private static Optional<KeySnapshot> remote(Tenant tenant) {
        return tenant.secret(SERVICE).isEmpty() ? Optional.empty() : tenant.remoteOf(SERVICE);
    }

    private static Resource<OpenRouterKey> object(Tenant tenant) {
        return tenant.client()
                .resources(OpenRouterKey.class)
                .inNamespace(tenant.name())
                .withName(SERVICE);
    }

    private static Resource<Secret> secret(Tenant tenant) {
        return tenant.client().secrets().inNamespace(tenant.name()).withName(SERVICE);
    }
}
