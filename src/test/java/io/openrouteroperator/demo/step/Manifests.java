package io.openrouteroperator.demo.step;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The YAML that the steps apply. */
final class Manifests {
    private Manifests() {}

    static String account(String baseUrl) {
        return text("account.yaml").replace("BASE_URL", baseUrl);
    }

    static String policy() {
        return text("policy.yaml");
    }

    static String key() {
        return text("key.yaml");
    }

    static String strayPod(String key) {
        return text("stray-pod.yaml").replace("STRAY_KEY", key);
    }

    static String fixedPod() {
        return text("pod.yaml");
    }

    private static String text(String name) {
        try (InputStream in = Manifests.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
