package io.openrouteroperator.demo.step;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The key of the demo's service, read as its pod would get it. */
final class ServiceKey {
    private ServiceKey() {}

    static String read(Scene scene) {
        Secret secret = scene.client()
                .secrets()
                .inNamespace(Names.NAMESPACE)
                .withName(Names.SECRET)
                .require();
        byte[] value = Base64.getDecoder().decode(secret.getData().get("OPENROUTER_API_KEY"));
        return new String(value, StandardCharsets.UTF_8);
    }
}
