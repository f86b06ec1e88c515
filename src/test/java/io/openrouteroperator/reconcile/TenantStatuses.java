package io.openrouteroperator.reconcile;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statuses of a tenant's objects: a test that waited in vain on a machine which is gone by now needs to say what there was instead. */
record TenantStatuses(KubernetesClient client, String tenant) {
    @Override
    public String toString() {
        return Stream.of(OpenRouterAccount.class, OpenRouterPolicy.class, OpenRouterKey.class)
                .flatMap(kind -> client.resources(kind).inAnyNamespace().list().getItems().stream())
                .filter(object -> tenant.equals(object.getMetadata().getName())
                        || tenant.equals(object.getMetadata().getNamespace()))
                .map(object -> "%s/%s %s"
                        .formatted(
                                object.getKind(),
                                object.getMetadata().getName(),
                                Serialization.asYaml(object.getStatus())))
                .collect(Collectors.joining("\n"));
    }
}
