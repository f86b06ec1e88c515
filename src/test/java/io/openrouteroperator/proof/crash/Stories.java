package io.openrouteroperator.proof.crash;

import static io.openrouteroperator.proof.crash.Scenario.SERVICE;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.proof.crash.Scenario.End;
import io.openrouteroperator.reconcile.ManagementCall;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.simulator.KeySnapshot;
import io.openrouteroperator.simulator.Simulator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The stories that the crash matrix is made of. */
final class Stories {
    private static final String CLASS = "- name: internal\n  providers: {allow: [openai, anthropic]}\n";
    private static final String HUNDRED = CLASS + "  limit: {maxUsd: 100, reset: Monthly}\n";
    private static final String FIFTY = CLASS + "  limit: {maxUsd: 50, reset: Monthly}\n";
    private static final String NOTHING = HUNDRED.replace("anthropic]}", "anthropic], countries: [LI]}");
    private static final String TWO = HUNDRED + HUNDRED.replace("internal", "second");
    private static final String OWN_CREDENTIAL =
            "- name: internal\n  providers: {allow: [azure], byok: Required}\n  limit: {maxUsd: 100, reset: Monthly}\n";
    private static final String MADE_BY = "app.kubernetes.io/managed-by";

    private final Simulator openRouter;

    Stories(Simulator openRouter) {
        this.openRouter = openRouter;
    }

    List<Scenario> all() {
        return List.of(
                new Scenario("create", HUNDRED, false, Stories::request, tenant -> true, End.PROVIDED),
                new Scenario(
                        "credential", OWN_CREDENTIAL, false, this::requestWithCredential, tenant -> true, End.PROVIDED),
                provided(
                        "heal",
                        Stories::deleteSecret,
                        tenant -> tenant.secret(SERVICE).isPresent(),
                        End.PROVIDED),
                provided("rewrite", Stories::editSecret, Stories::isRewritten, End.PROVIDED),
                provided("rebind", this::unassign, tenant -> true, End.PROVIDED),
                provided("limit", tenant -> tenant.apply(tenant.policy(FIFTY)), Stories::hasFifty, End.PROVIDED),
                provided("class", tenant -> tenant.apply(tenant.policy(TWO)), this::hasTwoGuardrails, End.PROVIDED),
                provided("withdraw", tenant -> tenant.apply(tenant.policy(NOTHING)), tenant -> true, End.WITHDRAWN),
                provided("delete", Stories::delete, tenant -> true, End.GONE));
    }

    private static Scenario provided(String name, Consumer<Tenant> act, Predicate<Tenant> arrived, End end) {
        return new Scenario(name, HUNDRED, true, act, arrived, end);
    }

    static void request(Tenant tenant) {
        tenant.requestKey(SERVICE, "classification: internal");
    }

    /** A credential that only another key may use; it has to be opened to the new key. */
    private void requestWithCredential(Tenant tenant) {
        String other = Simulator.hashOf(openRouter.dashboard().createKey("another service"));
        ManagementCall.post(
                openRouter,
                "/byok",
                "{\"provider\":\"azure\",\"key\":\"azure-credential\",\"allowed_api_key_hashes\":[\"%s\"]}"
                        .formatted(other));
        request(tenant);
    }

    private static void deleteSecret(Tenant tenant) {
        tenant.client().secrets().inNamespace(tenant.name()).withName(SERVICE).delete();
    }

    private static void editSecret(Tenant tenant) {
        tenant.client()
                .secrets()
                .inNamespace(tenant.name())
                .withName(SERVICE)
                .edit(secret -> new SecretBuilder(secret)
                        .editMetadata()
                        .removeFromLabels(MADE_BY)
                        .endMetadata()
                        .build());
    }

    private static boolean isRewritten(Tenant tenant) {
        return tenant.secret(SERVICE)
                .map(Secret::getMetadata)
                .filter(metadata -> metadata.getLabels().containsKey(MADE_BY))
                .isPresent();
    }

    private void unassign(Tenant tenant) {
        remote(tenant).ifPresent(key -> openRouter.dashboard().unassign(key.hash()));
    }

    private static boolean hasFifty(Tenant tenant) {
        return remote(tenant)
                .map(KeySnapshot::limit)
                .filter(limit -> limit.compareTo(BigDecimal.valueOf(50)) == 0)
                .isPresent();
    }

    private boolean hasTwoGuardrails(Tenant tenant) {
        return openRouter.guardrails().stream()
                        .filter(guardrail -> guardrail.name().contains("/" + tenant.name() + "/"))
                        .count()
                >= 2;
    }

    private static void delete(Tenant tenant) {
        tenant.client()
                .resources(OpenRouterKey.class)
                .inNamespace(tenant.name())
                .withName(SERVICE)
                .delete();
    }

    private static Optional<KeySnapshot> remote(Tenant tenant) {
        return tenant.secret(SERVICE).isEmpty() ? Optional.empty() : tenant.remoteOf(SERVICE);
    }
}
