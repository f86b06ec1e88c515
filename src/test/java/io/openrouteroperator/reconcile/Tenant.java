package io.openrouteroperator.reconcile;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.simulator.KeySnapshot;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * One test's own corner: an account object, a policy that governs its namespaces only, and ways to wait for
 * statuses. The namespace is outside of the webhook's reach, so that tests can do by hand what the webhook would refuse.
 */
public final class Tenant implements AutoCloseable {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Installation installation;
    private KubernetesClient writer;
    private final String baseUrl;
    private final String name;

    private Tenant(Installation installation, String baseUrl, String name) {
        this.installation = installation;
        this.writer = installation.controlPlane().client();
        this.baseUrl = baseUrl;
        this.name = name;
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
        Tenant tenant = new Tenant(installation, baseUrl, topic + "-" + COUNTER.incrementAndGet());
        tenant.storeManagementKey(installation.openRouter().managementKey());
        tenant.apply(tenant.account());
        tenant.apply(tenant.policy(classifications));
        tenant.createNamespace(tenant.name, Map.of("tenant", tenant.name));
        return tenant;
    }

    /** Takes everything away again, so that the operator has nothing left to do for this tenant. */
    @Override
    public void close() {
        var keys = client().resources(OpenRouterKey.class).inNamespace(name);
        keys.delete();
        await("the keys of " + name + " are gone", () -> keys.list().getItems().isEmpty());
        client().resources(OpenRouterPolicy.class).list().getItems().stream()
                .filter(policy -> policy.getSpec().accountRef().name().equals(name))
                .forEach(policy -> client().resource(policy).delete());
        client().resources(OpenRouterAccount.class).withName(name).delete();
        client().namespaces().withName(name).delete();
        if (!writer.equals(client())) {
            writer.close();
        }
    }

    /** Name of the account object, the policy and the namespace alike. */
    public String name() {
        return name;
    }

    public KubernetesClient client() {
        return installation.controlPlane().client();
    }

    public void storeManagementKey(String key) {
        storeManagementKey(name + "-management", key);
    }

    public void storeManagementKey(String secret, String key) {
        client().resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(InstalledOperator.NAMESPACE)
                        .withName(secret)
                        .endMetadata()
                        .withStringData(Map.of("key", key))
                        .build())
                .createOr(NonDeletingOperation::update);
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
        return """
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterAccount
                metadata: {name: %s}
                spec:
                  baseUrl: %s
                  managementKeys:
                    - secretRef: {namespace: %s, name: %s-management, key: key}
                  pollInterval: 1s
                  requestsPerSecond: 500
                """.formatted(name, baseUrl, InstalledOperator.NAMESPACE, name);
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

    /** From now on what is applied slips past admission, as it does while no webhook answers: our own kinds' one fails open. */
    public Tenant pastAdmission() {
        writer = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(client().getConfiguration())
                        .withImpersonateUsername("system:serviceaccount:kube-system:namespace-controller")
                        .withImpersonateGroups("system:masters")
                        .build())
                .build();
        return this;
    }

    /** Deletes as {@link #apply} applies. */
    public void delete(HasMetadata object) {
        writer.resource(object).delete();
    }

    /** Applies YAML as a user would. */
    public void apply(String yaml) {
        writer.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .serverSideApply();
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
        return client().resources(OpenRouterKey.class)
                .inNamespace(name)
                .withName(key)
                .require();
    }

    /** Whether the key's object exists. */
    public boolean exists(String key) {
        return client().resources(OpenRouterKey.class)
                        .inNamespace(name)
                        .withName(key)
                        .get()
                != null;
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
        Awaitility.await("key " + key + " Ready=" + status + "/" + reason)
                .atMost(PATIENCE)
                .failFast(
                        "the operator ended; its log:\n"
                                + installation.operator().operator().process().logTail(),
                        () -> !installation.operator().operator().process().isAlive())
                .until(() -> ready(conditions(key(key))).equals(status + "/" + reason));
        return key(key);
    }

    /** Waits until the key is published and guarded. */
    public OpenRouterKey awaitPublished(String key) {
        return awaitKey(key, "True", "Provisioned");
    }

    public static List<Condition> conditions(OpenRouterKey key) {
        OpenRouterKeyStatus status = key.getStatus();
        return status == null ? List.of() : status.conditions();
    }

    /** Waits until something holds; fails at once, with the operator's log, when the operator has ended. */
    public void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast(
                        "the operator ended; its log:\n"
                                + installation.operator().operator().process().logTail(),
                        () -> !installation.operator().operator().process().isAlive())
                .until(condition);
    }

    /** Waits until an event with this reason was written about the object. */
    public void awaitEvent(String object, String reason) {
        await(
                "event " + reason + " about " + object,
                () -> eventsAbout(object, reason).findAny().isPresent());
    }

    /** What the events about an object of this name say. */
    public Stream<String> eventsAbout(String object, String reason) {
        return client().events().v1().events().inAnyNamespace().list().getItems().stream()
                .filter(event -> event.getRegarding() != null)
                .filter(event -> object.equals(event.getRegarding().getName()))
                .filter(event -> reason.equals(event.getReason()))
                .map(Event::getNote);
    }

    /** The key that a Secret of this tenant holds, as OpenRouter has it; empty when OpenRouter does not know it. */
    public Optional<KeySnapshot> remoteOf(String secret) {
        String hash = hash(entry(secret(secret).orElseThrow(), "OPENROUTER_API_KEY"));
        return remote(hash);
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

    /** Status and reason of Ready, such as {@code True/Provisioned}. */
    public static String ready(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> "Ready".equals(condition.getType()))
                .map(condition -> condition.getStatus() + "/" + condition.getReason())
                .findFirst()
                .orElse("absent");
    }

    public static String message(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> "Ready".equals(condition.getType()))
                .map(Condition::getMessage)
                .findFirst()
                .orElse("");
    }

    /** An entry of a Secret, decoded. */
    public static String entry(Secret secret, String entry) {
        return new String(Base64.getDecoder().decode(secret.getData().get(entry)), StandardCharsets.UTF_8);
    }

    /** The hash that OpenRouter knows a delivered key by. */
    public static String hash(String key) {
        return KeyHash.of(SecretValue.of(key)).value();
    }
}
