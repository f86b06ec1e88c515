package io.openrouteroperator.reconcile;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.util.List;

/** A Deployment that has the key of a service in its environment, so that it has to be restarted for another one. */
public final class Consumer {
    private static final String NAME = "consumer";

    private final Tenant tenant;
    private final String service;

    /** Reads the Secret of this service. */
    public Consumer(Tenant tenant, String service) {
        this.tenant = tenant;
        this.service = service;
    }

    /** Makes it and waits until it runs. */
    public void start() {
        tenant.apply("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {namespace: %s, name: %s}
                spec:
                  selector: {matchLabels: {app: consumer}}
                  template:
                    metadata: {labels: {app: consumer}}
                    spec:
                      terminationGracePeriodSeconds: 0
                      containers:
                        - name: main
                          image: registry.example/consumer:1
                          envFrom: [{secretRef: {name: %s}}]
                """.formatted(tenant.name(), NAME, service));
        tenant.await("the consumer of " + tenant.name() + " runs", deployment()::isReady);
    }

    /** The names of its pods that run and go on running. */
    List<String> running() {
        return tenant.client().pods().inNamespace(tenant.name()).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(Consumer::runs)
                .map(pod -> pod.getMetadata().getName())
                .toList();
    }

    /** 1 at first, and one more with each change of what it runs. */
    long generation() {
        return deployment().require().getMetadata().getGeneration();
    }

    private static boolean runs(Pod pod) {
        return pod.getStatus() != null && "Running".equals(pod.getStatus().getPhase());
    }

    private RollableScalableResource<Deployment> deployment() {
        return tenant.client().apps().deployments().inNamespace(tenant.name()).withName(NAME);
    }
}
