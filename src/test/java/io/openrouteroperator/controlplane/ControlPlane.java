package io.openrouteroperator.controlplane;

import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.controlplane.audit.AuditLog;
import io.openrouteroperator.controlplane.process.FreePorts;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A running Kubernetes control plane that belongs to this JVM: real etcd and kube-apiserver with RBAC, the default
 * admission plugins and audit logging, and what {@link ControlPlaneOptions} asks for beside them.
 *
 * <p>Ports, certificates, tokens and data are fresh for each start. {@link #close} kills everything at once; if the JVM
 * dies without calling it, the processes die too.
 */
public final class ControlPlane implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final long TOKEN_SECONDS = Duration.ofHours(12).toSeconds();

    private final ApiServer server;
    private final Credentials credentials;
    private final CommandLine commandLine;
    private final Cleanup cleanup;
    private final KubernetesClient client;
    private final ServiceNetwork network;
    private SupervisedProcess etcd;
    private SupervisedProcess apiServer;

    private ControlPlane(Programs programs, Path directory, Cleanup cleanup, List<String> apiServerArguments) {
        this.cleanup = cleanup;
        server = new ApiServer(programs, directory, FreePorts.next(), FreePorts.next(), apiServerArguments);
        credentials = Credentials.create(directory);
        commandLine = new CommandLine(programs, directory.resolve("home"));

        etcd = server.startEtcd();
        cleanup.add(() -> etcd.kill());
        etcd.awaitReady(START_LIMIT, () -> ApiServer.accepts(server.etcdPort()));

        apiServer = server.start(credentials);
        cleanup.add(() -> apiServer.kill());
        apiServer.awaitReady(START_LIMIT, () -> ApiServer.accepts(server.port()));

        client = AdminClient.connect(server, credentials);
        cleanup.add(client::close);
        network = ServiceNetwork.listen(server.networkSocket(), address -> AdminClient.serviceAt(client, address));
        cleanup.add(network::close);
        Kubeconfig.write(kubeconfig(), url(), server.authority(), credentials.token(Credentials.ADMIN), "default");
        apiServer.awaitReady(START_LIMIT, () -> AdminClient.isReady(client));
    }

    /** Starts everything and returns when it is ready for use, three to six seconds later. */
    public static ControlPlane start() {
        return start(ControlPlaneOptions.full());
    }

    /**
     * Starts the given pieces and returns when they are ready for use.
     *
     * @throws IllegalStateException if a piece does not get ready; the message has the end of its log
     */
    public static ControlPlane start(ControlPlaneOptions options) {
        Programs programs = Programs.locate();
        Path directory = WorkDirectory.create();
        Cleanup cleanup = new Cleanup();
        cleanup.add(() -> WorkDirectory.delete(directory));
        try {
            ControlPlane controlPlane = new ControlPlane(programs, directory, cleanup, options.apiServerArguments());
            controlPlane.startComponents(programs, options);
            return controlPlane;
        } catch (RuntimeException e) {
            cleanup.close();
            throw e;
        }
    }

    /** The address of kube-apiserver. */
    public String url() {
        return server.url();
    }

    /** The certificates that a client of kube-apiserver has to trust, as PEM. */
    public String authority() {
        return server.authority();
    }

    /** The folder with all logs, data and kubeconfigs; gone after {@link #close}. */
    public Path workDirectory() {
        return server.directory();
    }

    /** The administrator's kubeconfig. */
    public Path kubeconfig() {
        return workDirectory().resolve("admin.kubeconfig");
    }

    /** Writes a kubeconfig that acts as exactly this ServiceAccount, which has to exist; its token lives 12 hours. */
    public Path kubeconfigFor(String namespace, String serviceAccount) {
        return kubeconfigFor(namespace, serviceAccount, url());
    }

    /** The same with another address, such as that of something that stands before kube-apiserver. */
    public Path kubeconfigFor(String namespace, String serviceAccount, String address) {
        TokenRequest answer = client.serviceAccounts()
                .inNamespace(namespace)
                .withName(serviceAccount)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(TOKEN_SECONDS)
                        .endSpec()
                        .build());
        Path file = workDirectory().resolve(namespace + "." + serviceAccount + ".kubeconfig");
        return Kubeconfig.write(
                file, address, server.authority(), answer.getStatus().getToken(), namespace);
    }

    /** The administrator's client; it belongs to this object. */
    public KubernetesClient client() {
        return client;
    }

    /** The path of one of the programs, such as "kubectl", for commands shown to a person. */
    public Path program(String name) {
        return Path.of(server.programs().path(name));
    }

    /** Runs kubectl as the administrator. */
    public CommandResult kubectl(String... arguments) {
        return kubectlAs(kubeconfig(), arguments);
    }

    /** Runs kubectl with another kubeconfig. */
    public CommandResult kubectlAs(Path kubeconfig, String... arguments) {
        return commandLine.run("kubectl", kubeconfig, arguments);
    }

    /** Runs Helm as the administrator. */
    public CommandResult helm(String... arguments) {
        return commandLine.run("helm", kubeconfig(), arguments);
    }

    /** What kube-apiserver was asked, by whom. */
    public AuditLog auditLog() {
        return new AuditLog(
                server.auditLog(), name -> client.namespaces().withName(name).get());
    }

    /**
     * Adds an endpoint to a Service: what kube-apiserver sends to it, on any of its ports, goes in turn to these ports on this
     * machine's loopback address; so a webhook configuration that names a Service reaches processes. Without one it is refused.
     */
    public void routeService(String namespace, String name, int port) {
        network.route(namespace, name, port);
    }

    /** Takes the endpoint away again; connections that are open go on. */
    public void unrouteService(String namespace, String name, int port) {
        network.unroute(namespace, name, port);
    }

    /** Kills etcd and starts it again on its old data; kube-apiserver finds it again by itself. */
    public void restartEtcd() {
        etcd.kill();
        etcd = server.startEtcd();
        etcd.awaitReady(START_LIMIT, () -> ApiServer.accepts(server.etcdPort()));
    }

    /** Kills kube-apiserver, as an outage would. */
    public void killApiServer() {
        apiServer.kill();
    }

    /** Starts a killed kube-apiserver again on its old address and data, and returns when it is ready. */
    public void startApiServer() {
        apiServer = server.start(credentials);
        apiServer.awaitReady(START_LIMIT, () -> AdminClient.isReady(client));
    }

    @Override
    public void close() {
        cleanup.close();
    }

    private void startComponents(Programs programs, ControlPlaneOptions options) {
        for (SupervisedProcess component : new Components(programs, server, credentials).start(options)) {
            cleanup.add(component::kill);
        }
        if (options.kwok()) {
            Components.createNode(client);
            apiServer.awaitReady(START_LIMIT, () -> Components.nodeIsReady(client));
        }
        if (options.controllers()) {
            apiServer.awaitReady(START_LIMIT, () -> AdminClient.serviceAccountExists(client));
        }
    }
}
