package io.openrouteroperator.demo.step;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A pod with somebody's own key in its environment. */
final class RunStrayPod implements Step {
    private static final int KEY_BYTES = 32;

    @Override
    public String title() {
        return "Someone deploys with a key of their own";
    }

    @Override
    public String why() {
        return "A stray key is outside every rule and every limit. It never starts, and the message says how to go on.";
    }

    @Override
    public void play(Scene scene) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        String stray = "sk-or-v1-" + HexFormat.of().formatHex(random);
        Path pod = scene.show("stray-pod.yaml", Manifests.strayPod(stray));
        String refusal = scene.kubectlRefused("apply", "-f", pod.toString());
        scene.claim(refusal.contains("spec.containers"), "the message says where the key is");
        scene.claim(refusal.contains(Names.SECRET), "the message says which Secret to use");
        scene.claim(!refusal.contains(stray), "the message does not repeat the key");
    }
}
