package io.openrouteroperator.controlplane;

import io.openrouteroperator.controlplane.process.Launch;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How etcd and kube-apiserver are started, and the files that they share.
 *
 * @param programs where the programs are
 * @param directory where their files go
 * @param etcdPort etcd's port for clients
 * @param port kube-apiserver's port
 * @param arguments of kube-apiserver, besides the usual ones
 */
record ApiServer(Programs programs, Path directory, int etcdPort, int port, List<String> arguments) {

    private static final String AUDIT_POLICY = """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived]
            rules:
            - level: Metadata
            """;

    String url() {
        return "https://127.0.0.1:" + port;
    }

    Path auditLog() {
        return directory.resolve("audit.log");
    }

    /** The socket on which {@link ServiceNetwork} takes connections to the cluster's Services. */
    Path networkSocket() {
        return directory.resolve("network");
    }

    /** The certificate that kube-apiserver made, with its authority: what clients have to trust. */
    String authority() {
        try {
            return Files.readString(certificate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path certificate() {
        return directory.resolve("certificates/apiserver.crt");
    }

    SupervisedProcess startEtcd() {
        String client = "http://127.0.0.1:" + etcdPort;
        String peer = "http://127.0.0.1:0";
        return Launch.of(
                        "etcd",
                        directory,
                        List.of(
                                programs.path("etcd"),
                                "--data-dir=" + directory.resolve("etcd"),
                                "--listen-client-urls=" + client,
                                "--advertise-client-urls=" + client,
                                "--listen-peer-urls=" + peer,
                                "--log-level=warn",
                                // The data lives as long as this process: nothing is gained by waiting for the disk.
                                "--unsafe-no-fsync"))
                .start();
    }

    SupervisedProcess start(Credentials credentials) {
        try {
            Files.writeString(directory.resolve("audit-policy.yaml"), AUDIT_POLICY);
            Files.writeString(directory.resolve("egress.yaml"), egress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Launch.of("kube-apiserver", directory, command(credentials)).start();
    }

    /** Whether something accepts connections on the port. */
    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String egress() {
        return """
                apiVersion: apiserver.k8s.io/v1beta1
                kind: EgressSelectorConfiguration
                egressSelections:
                - name: cluster
                  connection:
                    proxyProtocol: HTTPConnect
                    transport:
                      uds:
                        udsName: %s
                """.formatted(networkSocket());
    }

    private List<String> command(Credentials credentials) {
        List<String> usual = List.of(
                programs.path("kube-apiserver"),
                "--etcd-servers=http://127.0.0.1:" + etcdPort,
                "--bind-address=127.0.0.1",
                "--secure-port=" + port,
                // A loopback address may not be an endpoint of the Service "kubernetes", so nobody maintains one.
                "--advertise-address=127.0.0.1",
                "--endpoint-reconciler-type=none",
                "--cert-dir=" + directory.resolve("certificates"),
                "--service-cluster-ip-range=10.96.0.0/16",
                "--authorization-mode=Node,RBAC",
                "--token-auth-file=" + credentials.tokenFile(),
                "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
                "--service-account-signing-key-file=" + credentials.signingKey(),
                "--service-account-key-file=" + credentials.verifyingKey(),
                "--allow-privileged=true",
                "--egress-selector-config-file=" + directory.resolve("egress.yaml"),
                "--audit-policy-file=" + directory.resolve("audit-policy.yaml"),
                "--audit-log-path=" + auditLog(),
                // In megabytes: one file for the whole life, since tests count its lines.
                "--audit-log-maxsize=4000");
        return Stream.concat(usual.stream(), arguments.stream()).toList();
    }
}
