package io.openrouteroperator.admission;

import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** A small cluster behind the webhook, and the objects that tests send to it. */
final class SampleCluster {
    static final String STRAY = SampleKeys.service("stray");
    static final String MANAGED = SampleKeys.service("managed");
    static final String HARMLESS = pod("env: [{name: LOG_LEVEL, value: debug}]");

    private SampleCluster() {}

    /** Namespace payments with the managed Secret checkout-openrouter and others that are not managed. */
    static WebhookServer start() {
        WebhookServer webhook = new WebhookServer();
        webhook.governance.key(new ManagedKey(
                new ObjectName("payments", "checkout"),
                "checkout-openrouter",
                "OPENROUTER_API_KEY",
                "internal",
                Set.of(SampleKeys.hashOf(MANAGED))));
        webhook.governance.account("production", Set.of(new ObjectName("payments", "management")));
        webhook.secret("stray", "key", STRAY);
        webhook.secret("clean", "key", "nothing to see");
        webhook.configMap("stray-config", "litellm.yaml", "api_key: " + STRAY);
        return webhook;
    }

    static String pod(String containerFields) {
        return """
                kind: Pod
                metadata:
                  name: checkout-abc
                  namespace: payments
                  labels: {app: checkout}
                spec:
                  containers:
                  - name: app
                    image: x
                    %s""".formatted(containerFields);
    }

    static String template(String kind, String containerFields) {
        return """
                apiVersion: %s
                kind: %s
                metadata: {name: checkout, namespace: payments}
                spec:
                  replicas: 1
                  template:
                    metadata: {labels: {app: checkout}}
                    spec:
                      containers:
                      - name: app
                        image: x
                        %s""".formatted(apiVersion(kind), kind, containerFields);
    }

    private static String apiVersion(String kind) {
        return switch (kind) {
            case "ReplicationController" -> "v1";
            case "Job" -> "batch/v1";
            case "Rollout" -> "argoproj.io/v1alpha1";
            case "Service" -> "serving.knative.dev/v1";
            default -> "apps/v1";
        };
    }

    static String secret(String name, String value) {
        return "kind: Secret\nmetadata:\n  name: %s\n  namespace: payments\ndata: {key: %s}"
                .formatted(name, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
    }
}
