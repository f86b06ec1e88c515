package io.openrouteroperator.proof.detection;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.WrittenEvents;
import io.openrouteroperator.reconcile.DeliveredKey;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * An account, a policy and a namespace for one violation; all have the same name.
 *
 * @param installation the cluster and the operator, with an OpenRouter that nobody else uses
 * @param tenant the rest
 * @param undo what was done to things that others use too, and has to be put right
 */
record Corner(Installation installation, Tenant tenant, List<Runnable> undo) implements AutoCloseable {
    /** A new corner; ready when the account is connected and the policy in force. */
    static Corner open(Installation shared, String classes) {
        Simulator openRouter = Simulator.start(SimulatorOptions.usual());
        Installation own = new Installation(shared.controlPlane(), openRouter, shared.operator());
        Corner corner = new Corner(own, Tenant.create(own, "detection", classes), new ArrayList<>());
        corner.tenant.await(
                "the policy is in force",
                () -> corner.policyCondition("GuardrailsInSync").equals("True"));
        return corner;
    }

    Simulator openRouter() {
        return installation.openRouter();
    }

    String name() {
        return tenant.name();
    }

    /** Name of the key and its Secret: no other corner has it, so that no event is taken for another's. */
    String service() {
        return name() + "-service";
    }

    String namespaceOwner() {
        return "namespace " + name();
    }

    /** Publishes the service's key of a class and returns its hash. */
    String publish(String classification) {
        return tenant.publish(service(), "classification: " + classification);
    }

    /** The published key itself. */
    String publishedKey() {
        return DeliveredKey.in(tenant.secret(service()).orElseThrow());
    }

    boolean event(String object, String reason) {
        return WrittenEvents.about(tenant.client(), object, reason).findAny().isPresent();
    }

    /** The status of a condition of the policy; empty when there is none. */
    String policyCondition(String type) {
        var status = tenant.policy().getStatus();
        return status == null ? "" : statusOf(status.conditions(), type);
    }

    String accountCondition(String type) {
        var status = tenant.accountObject().getStatus();
        return status == null ? "" : statusOf(status.conditions(), type);
    }

    private static String statusOf(List<Condition> conditions, String type) {
        return conditions.stream()
                .filter(condition -> condition.getType().equals(type))
                .map(Condition::getStatus)
                .findFirst()
                .orElse("");
    }

    /** A Deployment without replicas, with these fields of its pod's only container and these annotations of its pods. */
    static String deployment(String namespace, String name, String container, String annotations) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {namespace: %1$s, name: %2$s}
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: %2$s}}
                  template:
                    metadata:
                      labels: {app: %2$s}
                      annotations: {%4$s}
                    spec: {containers: [{name: app, image: app, %3$s}]}
                """.formatted(namespace, name, container, annotations);
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
        openRouter().faults().clear();
        tenant.close();
        openRouter().close();
    }
}
