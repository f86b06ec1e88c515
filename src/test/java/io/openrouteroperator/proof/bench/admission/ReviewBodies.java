package io.openrouteroperator.proof.bench.admission;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.openrouteroperator.startup.Workload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The reviews that are sent: allowed ones, as nearly all are. */
final class ReviewBodies {
    /** The one of them that most clusters see most. */
    static final String SMALL = "pod-3.4k";

    private static final int SMALL_BYTES = 3_400;
    private static final int MANY_CONTAINERS = 100;
    private static final int MEGABYTE = 1024 * 1024;

    private ReviewBodies() {}

    /** By name, in the order of the table. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put(SMALL, small());
        bodies.put("deployment", review("apps", "Deployment", deployment(), SMALL_BYTES + 400));
        bodies.put("pod-100-containers", review("", "Pod", largePod(), 0));
        bodies.put("configmap-100k", review("", "ConfigMap", configMap(MEGABYTE / 10), 0));
        bodies.put("configmap-1m", review("", "ConfigMap", configMap(MEGABYTE), 0));
        bodies.put("secret-1m", review("", "Secret", secret(), 0));
        return bodies;
    }

    /** The pod of {@link #SMALL}. */
    static byte[] small() {
        return review("", "Pod", pod(), SMALL_BYTES);
    }

    /** The same pod with what looks like a key among its arguments. */
    static byte[] withLiteralKey() {
        return replaced("--model=openrouter/auto", "--key=sk-or-v1-" + "0123456789abcdef".repeat(4));
    }

    /** The same pod, reading another Secret than those that exist for pods. */
    static byte[] withOtherSecret() {
        return replaced("\"database\"", "\"workload-management\"");
    }

    private static byte[] replaced(String part, String other) {
        return new String(small(), StandardCharsets.UTF_8).replace(part, other).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> pod() {
        return object(
                "v1",
                "Pod",
                "spec",
                Map.of("serviceAccountName", "web", "volumes", volumes(), "containers", List.of(container(0))));
    }

    private static Map<String, Object> deployment() {
        Object template = Map.of(
                "metadata", Map.of("labels", Map.of("app", "web")),
                "spec", Map.of("volumes", volumes(), "containers", List.of(container(0))));
        return object("apps/v1", "Deployment", "spec", Map.of("replicas", 2, "template", template));
    }

    private static Map<String, Object> largePod() {
        List<Object> containers = new ArrayList<>();
        for (int i = 0; i < MANY_CONTAINERS; i++) {
            containers.add(container(i));
        }
        return object("v1", "Pod", "spec", Map.of("volumes", volumes(), "containers", containers));
    }

    private static Map<String, Object> configMap(int size) {
        StringBuilder text = new StringBuilder(size);
        for (int line = 0; text.length() < size; line++) {
            text.append("setting.").append(line).append(": the quick brown fox jumps over the lazy dog\n");
        }
        return object("v1", "ConfigMap", "data", Map.of("settings.yaml", text.toString()));
    }

    private static Map<String, Object> secret() {
        byte[] random = new byte[MEGABYTE / 2];
        new Random(1).nextBytes(random);
        byte[] text = Base64.getEncoder().encode(random);
        return object("v1", "Secret", "data", Map.of("blob", Base64.getEncoder().encodeToString(text)));
    }

    private static List<Object> volumes() {
        return List.of(
                Map.of("name", "managed", "secret", Map.of("secretName", "checkout")),
                Map.of("name", "settings", "configMap", Map.of("name", "settings")));
    }

    private static Map<String, Object> container(int number) {
        return Map.of(
                "name", "main-" + number,
                "image", "registry.example/shop/web@sha256:" + "0123456789abcdef".repeat(4),
                "command", List.of("/app/server", "--listen=:8080", "--model=openrouter/auto"),
                "env",
                        List.of(
                                Map.of("name", "LOG_LEVEL", "value", "info"),
                                Map.of("name", "BASE_URL", "value", "https://openrouter.ai/api/v1"),
                                Map.of(
                                        "name",
                                        "OPENROUTER_API_KEY",
                                        "valueFrom",
                                        Map.of(
                                                "secretKeyRef",
                                                Map.of("name", "checkout", "key", "OPENROUTER_API_KEY"))),
                                Map.of(
                                        "name",
                                        "PASSWORD",
                                        "valueFrom",
                                        Map.of("secretKeyRef", Map.of("name", "database", "key", "password")))),
                "resources",
                        Map.of(
                                "requests",
                                Map.of("cpu", "100m", "memory", "128Mi"),
                                "limits",
                                Map.of("memory", "256Mi")),
                "readinessProbe", Map.of("httpGet", Map.of("path", "/ready", "port", 8080), "periodSeconds", 5));
    }

    private static Map<String, Object> object(String apiVersion, String kind, String field, Object content) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", apiVersion);
        object.put("kind", kind);
        object.put(
                "metadata",
                new LinkedHashMap<>(
                        Map.of("name", "web", "namespace", Workload.NAMESPACE, "labels", Map.of("app", "web"))));
        object.put(field, content);
        return object;
    }

    /** What else real objects carry, up to the size: managed fields, which no rule looks at. */
    private static byte[] review(String group, String kind, Map<String, Object> object, int size) {
        byte[] bare = write(group, kind, object);
        int missing = size - bare.length;
        if (missing > 0) {
            @SuppressWarnings("unchecked")
            Map<String, Object> metadata = (Map<String, Object>) Objects.requireNonNull(object.get("metadata"));
            List<Object> fields = new ArrayList<>();
            for (int i = 0; i < missing / 43; i++) {
                fields.add(Map.of("f:field-" + i, Map.of("f:name", Map.of(), "f:value", Map.of())));
            }
            metadata.put("managedFields", fields);
        }
        return write(group, kind, object);
    }

    private static byte[] write(String group, String kind, Map<String, Object> object) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("uid", "705ab4f5-6393-11e8-b7cc-42010a800002");
        request.put("kind", Map.of("group", group, "version", "v1", "kind", kind));
        request.put(
                "resource", Map.of("group", group, "version", "v1", "resource", kind.toLowerCase(Locale.ROOT) + "s"));
        request.put("name", "web");
        request.put("namespace", Workload.NAMESPACE);
        request.put("operation", "CREATE");
        request.put("userInfo", Map.of("username", "jane", "groups", List.of("system:authenticated")));
        request.put("object", object);
        request.put("dryRun", false);
        Map<String, Object> review = new LinkedHashMap<>();
        review.put("kind", "AdmissionReview");
        review.put("apiVersion", "admission.k8s.io/v1");
        review.put("request", request);
        return Serialization.asJson(review).getBytes(StandardCharsets.UTF_8);
    }
}
