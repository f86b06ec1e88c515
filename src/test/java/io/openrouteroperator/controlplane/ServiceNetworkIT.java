package io.openrouteroperator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** kube-apiserver calls a webhook by its Service, and the call arrives at a process on this machine. */
@ExtendWith(ControlPlaneExtension.class)
class ServiceNetworkIT {

    private static final int TLS_HANDSHAKE = 0x16;
    private static final String MANIFEST = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: service-network, labels: {guarded: "yes"}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: webhook, namespace: service-network}
            spec: {ports: [{port: 443, targetPort: 8443}]}
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: {name: service-network}
            webhooks:
            - name: service-network.example.org
              clientConfig: {service: {name: webhook, namespace: service-network}}
              namespaceSelector: {matchLabels: {guarded: "yes"}}
              rules: [{apiGroups: [""], apiVersions: [v1], resources: [configmaps], operations: [CREATE]}]
              admissionReviewVersions: [v1]
              sideEffects: None
              failurePolicy: Fail
              timeoutSeconds: 5
            """;

    private final ControlPlane controlPlane;

    ServiceNetworkIT(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    @BeforeEach
    void applyWebhook(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("webhook.yaml"), MANIFEST);
        controlPlane.kubectl("apply", "-f", file.toString()).orThrow();
    }

    @AfterEach
    void removeWebhook() {
        controlPlane
                .kubectl("delete", "validatingwebhookconfiguration", "service-network")
                .orThrow();
    }

    @Test
    void refusesTheCallWithoutARoute() {
        CommandResult result = createConfigMap();

        assertThat(result.succeeded()).isFalse();
        assertThat(result.stderr()).contains("service-network.example.org").contains("code 503");
    }

    @Test
    void leadsTheCallToTheRoutedPort() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> firstByte = CompletableFuture.supplyAsync(() -> firstByteOf(server));
            controlPlane.routeService("service-network", "webhook", server.getLocalPort());

            CommandResult result = createConfigMap();

            controlPlane.unrouteService("service-network", "webhook", server.getLocalPort());
            assertThat(firstByte.get(10, TimeUnit.SECONDS)).isEqualTo(TLS_HANDSHAKE);
            assertThat(result.stderr()).contains("https://webhook.service-network.svc:443/");
        }
    }

    @Test
    void takesTheEndpointsOfAServiceInTurn() throws Exception {
        try (ServerSocket one = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> firstByteOf(one));
            CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> firstByteOf(other));
            controlPlane.routeService("service-network", "webhook", one.getLocalPort());
            controlPlane.routeService("service-network", "webhook", other.getLocalPort());

            createConfigMap();
            createConfigMap();

            controlPlane.unrouteService("service-network", "webhook", one.getLocalPort());
            controlPlane.unrouteService("service-network", "webhook", other.getLocalPort());
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(TLS_HANDSHAKE);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(TLS_HANDSHAKE);
        }
    }

    private CommandResult createConfigMap() {
        return controlPlane.kubectl("create", "configmap", "anything", "-n", "service-network");
    }

    private static int firstByteOf(ServerSocket server) {
        try (Socket caller = server.accept()) {
            return caller.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
