package io.openrouteroperator.proof.bench.admission;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.startup.Workload;
import java.util.Map;

/** What the reviewed pods refer to, so that the answer is "no key in it" and not "nothing there". */
final class ReferredObjects {
    private ReferredObjects() {}

    /** Creates them. */
    static void create(KubernetesClient client) {
        client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(Workload.NAMESPACE)
                        .withName("database")
                        .endMetadata()
                        .withStringData(Map.of("password", "hunter2"))
                        .build())
                .create();
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(Workload.NAMESPACE)
                        .withName("settings")
                        .endMetadata()
                        .withData(Map.of("models", "openrouter/auto"))
                        .build())
                .create();
    }
}
