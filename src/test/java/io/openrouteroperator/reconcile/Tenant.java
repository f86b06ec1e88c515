package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.SimulatedAccount;
import io.openrouteroperator.installation.WrittenEvents;
import io.openrouteroperator.simulator.KeySnapshot;
import io.openrouteroperator.simulator.RequestLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One test's own corner: an account object, a policy that governs its namespaces only, and ways to wait for
 * statuses. The namespace is outside of the webhook's reach, so that tests can do by hand what the webhook would refuse.
 */
public final class Tenant implements AutoCloseable {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation installation;
    private final Writer writer;
    private final String name;
    private final String account;

    private Tenant(Installation installation, String name, String account) {
        this.installation = installation;
        this.writer = new Writer(installation.controlPlane().client());
        this.name = name;
        this.account = account;
    }

    /** One class that everybody may claim. */
    public static final String INTERNAL = """
            - name: internal
              providers: {allow: [openai, anthropic]}
              limit: {maxUsd: 100, reset: Monthly}
            """;

    /** A corner with a working account, a policy with the classes given, and one governed namespace. */
    public static Tenant create(Installation installation, String topic, String classifications) {
        return create(installation, installation.openRouter().baseUrl(), topic, classifications);
    }

    /** The same with an account that is reached at another address. */
    public static Tenant create(Installation installation, String baseUrl, String topic, String classifications) {
        String name = nameFor(topic);
        return new Tenant(installation, name, SimulatedAccount.manifest(name, baseUrl)).settle(classifications);
    }

    /** The same in a workspace of its own, of the tenant's name: its account sees no key of another test. */
    public static Tenant alone(Installation installation, String topic, String classifications) {
        String name = nameFor(topic);
        installation.openRouter().dashboard().createWorkspace(name, name);
        String account =
                SimulatedAccount.manifest(name, installation.openRouter().baseUrl());
        return new Tenant(installation, name, account + "  workspace: %s\n".formatted(name)).settle(classifications);
    }

    private static String nameFor(String topic) {
        return topic + "-" + COUNTER.incrementAndGet();
    }

    private Tenant settle(String classifications) {
        storeManagementKey(installation.openRouter().managementKey());
        apply(account);
        apply(policy(classifications));
        createNamespace(name, Map.of("tenant", name));
        return this;
    }

    /** Takes everything away again, so that the operator has nothing left to do for this tenant. */
    @Override
    public void close() {
        var keys = client().resources(OpenRouterKey.class).inNamespace(name);
        keys.delete();
        await("the keys of " + name + " are gone", () -> keys.list().getItems().isEmpty());
        SimulatedAccount.remove(client(), name);
        client().namespaces().withName(name).delete();
        writer.close();
    }

    /** Name of the account object, the policy and the namespace alike. */
    public String name() {
        return name;
    }

    public KubernetesClient client() {
        return installation.controlPlane().client();
    }

    public void storeManagementKey(String key) {
        client().resource(SimulatedAccount.managementKey(name, key)).createOr(NonDeletingOperation::update);
    }

    /** A Secret of one entry that somebody made by hand in the tenant's namespace. */
    public void storeSecret(String secret, String entry, String value) {
        client().resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(name)
                        .withName(secret)
                        .endMetadata()
                        .withStringData(Map.of(entry, value))
                        .build())
                .create();
    }

    public void createNamespace(String namespace, Map<String, String> labels) {
        client().resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .withLabels(labels)
                        .endMetadata()
                        .build())
                .create();
    }

    public String account() {
        return account;
    }

    public String policy(String classifications) {
        return """
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterPolicy
                metadata: {name: %s}
                spec:
                  accountRef: {name: %s}
                  namespaceSelector: {matchLabels: {tenant: %s}}
                  classifications:
                %s
                """.formatted(name, name, name, classifications.indent(4));
    }

    /** From now on what is applied and deleted slips past admission. */
    public Tenant pastAdmission() {
        writer.passAdmission();
        return this;
    }

    /** Deletes as {@link #apply} applies. */
    public void delete(HasMetadata object) {
        writer.delete(object);
    }

    /** Applies YAML as a user would. */
    public void apply(String yaml) {
        writer.apply(yaml);
    }

    /** Asks for a key in the tenant's namespace with further lines of spec. */
    public void requestKey(String key, String spec) {
        apply("""
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterKey
                metadata: {namespace: %s, name: %s}
                spec:
                %s
                """.formatted(name, key, spec.indent(2)));
    }

    public OpenRouterKey key(String key) {
        return keyObject(key).require();
    }

    /** Whether the key's object exists. */
    public boolean exists(String key) {
        return keyObject(key).get() != null;
    }

    private Resource<OpenRouterKey> keyObject(String key) {
        return client().resources(OpenRouterKey.class).inNamespace(name).withName(key);
    }

    public OpenRouterPolicy policy() {
        return client().resources(OpenRouterPolicy.class).withName(name).require();
    }

    public OpenRouterAccount accountObject() {
        return client().resources(OpenRouterAccount.class).withName(name).require();
    }

    public Optional<Secret> secret(String secret) {
        return Optional.ofNullable(
                client().secrets().inNamespace(name).withName(secret).get());
    }

    /** Waits until the key's Ready condition has this status and reason, and returns the object. */
    public OpenRouterKey awaitKey(String key, String status, String reason) {
        String wanted = status + "/" + reason;
        await("key " + key + " Ready=" + wanted, () -> Readiness.of(key(key)).equals(wanted));
        return key(key);
    }

    /** Waits until the key is published and guarded. */
    public OpenRouterKey awaitPublished(String key) {
        return awaitKey(key, "True", "Provisioned");
    }

    /** Asks for a key, waits until it is published, and returns its hash. */
    public String publish(String key, String spec) {
        requestKey(key, spec);
        return hashOf(awaitPublished(key));
    }

    /** The hash of the key that is published. */
    public static String hashOf(OpenRouterKey key) {
        return requireNonNull(key.getStatus().current()).hash();
    }

    /** Deletes a key and waits until its object is gone. */
    public void deleteKey(String key) {
        keyObject(key).delete();
        await("object " + key + " is gone", () -> !exists(key));
    }

    /** Waits until keys are granted by the policy. */
    public void awaitPolicy() {
        await(
                "the policy is in force",
                () -> policy().getStatus() != null
                        && Readiness.of(policy().getStatus().conditions()).startsWith("True"));
    }

    /** Waits until something holds; fails with what there is instead, and at once when the operator has ended. */
    public void await(String what, Callable<Boolean> condition) {
        try {
            Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .failFast(
                            "the operator ended; its log:\n"
                                    + installation
                                            .operator()
                                            .operator()
                                            .process()
                                            .logTail(),
                            () -> !installation.operator().operator().process().isAlive())
                    .until(condition);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    what + " did not come to be in " + PATIENCE + ":\n" + new TenantStatuses(client(), name), late);
        }
    }

    /** Waits until OpenRouter was asked for keys three times more. */
    public void awaitPolls() {
        RequestLog log = installation.openRouter().requestLog();
        int before = log.count("GET", "/keys");
        await("three polls", () -> log.count("GET", "/keys") >= before + 3);
    }

    /** Waits until an event with this reason was written about the object. */
    public void awaitEvent(String object, String reason) {
        await(
                "event " + reason + " about " + object,
                () -> WrittenEvents.about(client(), object, reason).findAny().isPresent());
    }

    /** The key that a Secret of this tenant holds, as OpenRouter has it; empty when OpenRouter does not know it. */
    public Optional<KeySnapshot> remoteOf(String secret) {
        return remote(DeliveredKey.hash(DeliveredKey.in(secret(secret).orElseThrow())));
    }

    /** A key at OpenRouter by its hash. */
    public Optional<KeySnapshot> remote(String hash) {
        return installation.openRouter().keys().stream()
                .filter(key -> key.hash().equals(hash))
                .findFirst();
    }

    /** All keys at OpenRouter that were made for this tenant. */
    public List<KeySnapshot> remotes() {
        return installation.openRouter().keys().stream()
                .filter(key -> key.name().contains("/" + name + "/"))
                .toList();
    }
}
