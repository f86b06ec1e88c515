package io.openrouteroperator.proof.fleet;

import java.util.EnumSet;
import java.util.List;

/**
 * One service with a key of its own; the OpenRouterKey, its Secret and the workload have the service's name.
 *
 * @param number in the fleet
 * @param kind of its workload
 */
record Service(String fleet, int number, String namespace, Reader reader, Kind kind, Temper temper, int replicas) {
    /** Label of everything that belongs to a fleet. */
    static final String FLEET_LABEL = "fleet";

    /** On a pod that is slow to end: the harness takes it off when the time is up, since no kubelet waits for containers. */
    static final String ENDING = "fleet.example/ending";

    private static final List<Temper> TEMPERS = List.copyOf(EnumSet.allOf(Temper.class));
    private static final List<Reader> READERS = List.copyOf(EnumSet.allOf(Reader.class));

    /** Kinds of workloads. */
    enum Kind {
        DEPLOYMENT("Deployment"),
        STATEFUL_SET("StatefulSet"),
        DAEMON_SET("DaemonSet");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** The service with this number: every temper meets every reader within twenty. */
    static Service of(String fleet, int number, String namespace) {
        Temper temper = TEMPERS.get(number % TEMPERS.size());
        Reader reader = READERS.get(number % READERS.size());
        Kind kind = temper == Temper.PAUSED || number % 7 > 1
                ? Kind.DEPLOYMENT
                : number % 7 == 0 ? Kind.STATEFUL_SET : Kind.DAEMON_SET;
        int replicas = kind == Kind.DAEMON_SET ? 1 : 1 + number % 3;
        return new Service(fleet, number, namespace, reader, kind, temper, replicas);
    }

    String name() {
        return "service-" + number;
    }

    /** The request for its key, and the workload that uses it. */
    String key() {
        return """
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterKey
                metadata: {namespace: %s, name: %s, labels: {%s: %s}}
                spec: {classification: internal}
                """.formatted(namespace, name(), FLEET_LABEL, fleet);
    }

    /** The workload that uses the key. */
    String workload() {
        return """
                apiVersion: apps/v1
                kind: %s
                metadata: {namespace: %s, name: %s}
                spec:
                  selector: {matchLabels: {app: %s}}
                %s
                  template:
                    metadata:
                      labels: {app: %s, %s: %s, %s: %s}
                      finalizers: [%s]
                    spec:
                      containers:
                        - name: main
                          image: registry.example/service:1
                %s
                %s
                """.formatted(
                        kind.text,
                        namespace,
                        name(),
                        name(),
                        scale().indent(2),
                        name(),
                        FLEET_LABEL,
                        fleet,
                        Reader.LABEL,
                        reader.text(),
                        temper == Temper.SLOW ? ENDING : "",
                        reader.containerPart(name()).indent(10),
                        reader.podPart(name()).indent(6));
    }

    private String scale() {
        String slow = temper == Temper.SLOW ? "minReadySeconds: 2\n" : "";
        return slow
                + switch (kind) {
                    case DEPLOYMENT ->
                        "replicas: %d\nstrategy: {rollingUpdate: {maxSurge: %d, maxUnavailable: 1}}"
                                .formatted(replicas, temper == Temper.SLOW ? 0 : 1);
                    case STATEFUL_SET -> "replicas: %d\nserviceName: %s".formatted(replicas, name());
                    case DAEMON_SET -> "updateStrategy: {type: RollingUpdate}";
                };
    }
}
