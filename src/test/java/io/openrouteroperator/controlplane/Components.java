package io.openrouteroperator.controlplane;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.controlplane.process.Launch;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts what runs beside kube-apiserver, each with a user of its own so that the audit log tells them apart. */
final class Components {

    static final String NODE = "kwok-node";

    private final Programs programs;
    private final ApiServer server;
    private final Credentials credentials;

    Components(Programs programs, ApiServer server, Credentials credentials) {
        this.programs = programs;
        this.server = server;
        this.credentials = credentials;
    }

    List<SupervisedProcess> start(ControlPlaneOptions options) {
        List<SupervisedProcess> started = new ArrayList<>();
        if (options.controllers()) {
            started.add(startControllers());
        }
        if (options.scheduler()) {
            started.add(startScheduler());
        }
        if (options.kwok()) {
            started.add(startKwok());
        }
        return started;
    }

    /** The node that kwok looks after. */
    static void createNode(KubernetesClient client) {
        client.nodes()
                .resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName(NODE)
                        .addToAnnotations("kwok.x-k8s.io/node", "fake")
                        .addToLabels("kubernetes.io/hostname", NODE)
                        .addToLabels("kubernetes.io/os", "linux")
                        .endMetadata()
                        .build())
                .create();
    }

    static boolean nodeIsReady(KubernetesClient client) {
        return client.nodes().withName(NODE).isReady();
    }

    private SupervisedProcess startControllers() {
        return launch(
                "kube-controller-manager",
                "--kubeconfig=" + kubeconfig(Credentials.CONTROLLER_MANAGER),
                "--service-account-private-key-file=" + credentials.signingKey(),
                "--root-ca-file=" + server.certificate(),
                "--use-service-account-credentials=true",
                "--leader-elect=false",
                "--secure-port=0");
    }

    private SupervisedProcess startScheduler() {
        return launch(
                "kube-scheduler",
                "--kubeconfig=" + kubeconfig(Credentials.SCHEDULER),
                "--leader-elect=false",
                "--secure-port=0");
    }

    private SupervisedProcess startKwok() {
        return launch(
                "kwok",
                "--kubeconfig=" + kubeconfig(Credentials.KWOK),
                "--config=" + programs.path("kwok-stages.yaml"),
                // Without a lease the controllers take the node for dead after 40 seconds.
                "--node-lease-duration-seconds=40",
                "--manage-all-nodes=false",
                "--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake");
    }

    private SupervisedProcess launch(String program, String... flags) {
        List<String> command = new ArrayList<>(List.of(programs.path(program)));
        command.addAll(List.of(flags));
        return Launch.of(program, server.directory(), command).start();
    }

    private Path kubeconfig(String user) {
        Path file = server.directory().resolve(user.replace("system:", "") + ".kubeconfig");
        return Kubeconfig.write(file, server.url(), server.authority(), credentials.token(user), "default");
    }
}
