package io.openrouteroperator.proof.fleet;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.SimulatedAccount;
import io.openrouteroperator.proof.Waiting;
import io.openrouteroperator.simulator.Simulator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What a fleet has in the cluster: an account, a policy with a short overlap, governed namespaces, keys and workloads. */
final class FleetCorner {
    private static final Duration REMOVAL = Duration.ofSeconds(60);

    private final Installation installation;
    private final FleetPlan plan;

    FleetCorner(Installation installation, FleetPlan plan) {
        this.installation = installation;
        this.plan = plan;
    }

    /** Account, policy, namespaces, and a key for each service. */
    void requestKeys() {
        Simulator openRouter = installation.openRouter();
        client().resource(SimulatedAccount.managementKey(plan.name(), openRouter.managementKey()))
                .create();
        apply(SimulatedAccount.manifest(plan.name(), openRouter.baseUrl()));
        apply(policy());
        plan.namespaces()
                .forEach(namespace -> client().resource(new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(namespace)
                                .addToLabels("openrouter-operator.io/governed", "true")
                                .addToLabels(Service.FLEET_LABEL, plan.name())
                                .endMetadata()
                                .build())
                        .create());
        plan.members().forEach(service -> apply(service.key()));
    }

    void startWorkloads() {
        plan.members().forEach(service -> apply(service.workload()));
    }

    /** Asks for another key, in one of the two ways there are. */
    void askForRotation(Service service, int time) {
        String patch = service.number() % 2 == 0
                ? "{\"spec\":{\"rotation\":{\"generation\":%d}}}".formatted(time)
                : "{\"metadata\":{\"annotations\":{\"openrouter-operator.io/rotate\":\"%d\"}}}".formatted(time);
        client().resources(OpenRouterKey.class)
                .inNamespace(service.namespace())
                .withName(service.name())
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    void pause(Service service, boolean paused) {
        client().apps()
                .deployments()
                .inNamespace(service.namespace())
                .withName(service.name())
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"paused\":%b}}".formatted(paused));
    }

    /** Takes everything away, keys first, while their account still works. */
    void remove() {
        for (String namespace : plan.namespaces()) {
            client().resources(OpenRouterKey.class).inNamespace(namespace).delete();
        }
        Waiting.until(REMOVAL, () -> plan.namespaces().stream().allMatch(this::hasNoKeys));
        SimulatedAccount.remove(client(), plan.name());
        plan.namespaces()
                .forEach(namespace -> client().namespaces().withName(namespace).delete());
        Waiting.until(
                REMOVAL,
                () -> plan.namespaces().stream()
                        .allMatch(name -> client().pods()
                                .inNamespace(name)
                                .list()
                                .getItems()
                                .isEmpty()));
    }

    List<OpenRouterKey> keys() {
        return client().resources(OpenRouterKey.class)
                .inAnyNamespace()
                .withLabel(Service.FLEET_LABEL, plan.name())
                .list()
                .getItems();
    }

    private boolean hasNoKeys(String namespace) {
        return client().resources(OpenRouterKey.class)
                .inNamespace(namespace)
                .list()
                .getItems()
                .isEmpty();
    }

    private void apply(String yaml) {
        client().load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .create();
    }

    private KubernetesClient client() {
        return installation.controlPlane().client();
    }

    private String policy() {
        return """
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterPolicy
                metadata: {name: %s}
                spec:
                  accountRef: {name: %s}
                  namespaceSelector: {matchLabels: {%s: %s}}
                  rotation: {overlap: {min: %ds, max: %ds}}
                  classifications:
                    - name: internal
                      providers: {allow: [openai, anthropic, azure]}
                      limit: {maxUsd: 100, reset: Monthly}
                """.formatted(
                        plan.name(),
                        plan.name(),
                        Service.FLEET_LABEL,
                        plan.name(),
                        FleetPlan.OVERLAP_MIN.toSeconds(),
                        FleetPlan.OVERLAP_MAX.toSeconds());
    }
}
