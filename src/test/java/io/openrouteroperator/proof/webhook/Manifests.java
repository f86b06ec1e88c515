package io.openrouteroperator.proof.webhook;

/** What scenarios apply. */
final class Manifests {
    private Manifests() {}

    static String governedNamespace(String name) {
        return """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: %s
                  labels: {openrouter-operator.io/governed: "true"}
                """.formatted(name);
    }

    /** A Deployment of two pods. */
    static String deployment(String namespace, String name) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %2$s, namespace: %1$s}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: %2$s}}
                  template:
                    metadata: {labels: {app: %2$s}}
                    spec: {containers: [{name: main, image: example.org/main}]}
                """.formatted(namespace, name);
    }
}
