package io.openrouteroperator.demo.step;

import java.nio.file.Path;

/** The same pod with the operator's Secret. */
final class RunFixedPod implements Step {

    @Override
    public String title() {
        return "The pod as the message says";
    }

    @Override
    public String why() {
        return "The fix is a reference to a Secret that is there already. No key stands in a manifest, a repository or a chat.";
    }

    @Override
    public void play(Scene scene) {
        Path pod = scene.show("pod.yaml", Manifests.fixedPod());
        scene.kubectl("apply", "-f", pod.toString());
        scene.awaitReady("pod/" + Names.KEY, "-n", Names.NAMESPACE);
        String row = scene.kubectl("get", "pods", "-n", Names.NAMESPACE);
        scene.claim(row.contains("Running"), "the pod is Running");
    }
}
