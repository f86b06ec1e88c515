package io.openrouteroperator.governance;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Watches policies, accounts, keys and namespaces and keeps a {@link GovernanceCache} up to date. */
public final class GovernanceWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GovernanceWatch.class);

    private final GovernanceCache cache;
    private final DeclarationCache declarations;
    private final Runnable managementSecretsChanged;
    private final List<SharedIndexInformer<?>> informers;

    /**
     * Prepares the watches; nothing is asked of the API server before {@link #start()}.
     *
     * @param managementSecretsChanged told whenever accounts take their management keys from other Secrets; it must not block
     */
    public GovernanceWatch(
            KubernetesClient client,
            GovernanceCache cache,
            DeclarationCache declarations,
            Runnable managementSecretsChanged) {
        this.cache = cache;
        this.declarations = declarations;
        this.managementSecretsChanged = managementSecretsChanged;
        this.informers = List.of(
                informer(client, OpenRouterPolicy.class, this::policyChanged, this::policyGone),
                informer(
                        client,
                        OpenRouterAccount.class,
                        this::accountChanged,
                        each -> cache.forgetAccount(nameOf(each))),
                informer(client, Namespace.class, this::namespaceChanged, this::namespaceGone),
                keyInformer(client));
    }

    /** Starts watching in the background; a server that cannot be reached is tried again until it can. */
    public void start() {
        informers.forEach(informer -> {
            informer.exceptionHandler((_, problem) -> {
                LOG.warnf(
                        "watching %s failed, trying again: %s",
                        informer.getApiTypeClass().getSimpleName(), problem.getMessage());
                return true;
            });
            var _ = informer.start();
        });
    }

    /** Whether every watch has delivered all objects once. */
    public boolean isSynced() {
        return informers.stream().allMatch(SharedIndexInformer::hasSynced);
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::stop);
    }

    private void policyChanged(OpenRouterPolicy policy) {
        cache.policy(FactsMapper.policy(policy));
        declarations.policy(PolicyMapper.rules(policy));
    }

    private void policyGone(OpenRouterPolicy policy) {
        cache.forgetPolicy(nameOf(policy));
        declarations.forgetPolicy(nameOf(policy));
    }

    private void accountChanged(OpenRouterAccount account) {
        Set<ObjectName> before = cache.managementSecrets();
        cache.account(nameOf(account), FactsMapper.managementSecrets(account));
        if (!cache.managementSecrets().equals(before)) {
            managementSecretsChanged.run();
        }
    }

    private void namespaceChanged(Namespace namespace) {
        var labels = namespace.getMetadata().getLabels();
        cache.namespace(nameOf(namespace), labels == null ? Map.of() : labels);
        declarations.namespace(nameOf(namespace), labels == null ? Map.of() : labels);
    }

    private void namespaceGone(Namespace namespace) {
        cache.forgetNamespace(nameOf(namespace));
        declarations.forgetNamespace(nameOf(namespace));
    }

    private void keyChanged(OpenRouterKey key) {
        declarations.key(DeclarationMapper.key(key));
        FactsMapper.key(key).ifPresentOrElse(cache::key, () -> cache.forgetKey(nameOfKey(key)));
    }

    private void keyGone(OpenRouterKey key) {
        declarations.forgetKey(nameOfKey(key));
        cache.forgetKey(nameOfKey(key));
    }

    private static ObjectName nameOfKey(OpenRouterKey key) {
        return new ObjectName(key.getMetadata().getNamespace(), nameOf(key));
    }

    private SharedIndexInformer<OpenRouterKey> keyInformer(KubernetesClient client) {
        SharedIndexInformer<OpenRouterKey> informer =
                client.resources(OpenRouterKey.class).inAnyNamespace().runnableInformer(0);
        informer.addEventHandler(new Changes<>(this::keyChanged, this::keyGone));
        return informer;
    }

    private static <T extends HasMetadata> SharedIndexInformer<T> informer(
            KubernetesClient client, Class<T> kind, Consumer<T> changed, Consumer<T> gone) {
        SharedIndexInformer<T> informer = client.resources(kind).runnableInformer(0);
        informer.addEventHandler(new Changes<>(changed, gone));
        return informer;
    }

    private static String nameOf(HasMetadata object) {
        return object.getMetadata().getName();
    }

    /** One object that cannot be understood must not stop the watch for all the others. */
    private record Changes<T extends HasMetadata>(Consumer<T> changed, Consumer<T> gone)
            implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            guarded(changed, object);
        }

        @Override
        public void onUpdate(@Nullable T before, T object) {
            guarded(changed, object);
        }

        @Override
        public void onDelete(T object, boolean finalStateUnknown) {
            guarded(gone, object);
        }

        private static <T extends HasMetadata> void guarded(Consumer<T> consumer, T object) {
            try {
                consumer.accept(object);
            } catch (RuntimeException e) {
                LOG.errorf(
                        "admission cannot use %s: %s",
                        object.getFullResourceName() + " " + nameOf(object), e.getMessage());
            }
        }
    }
}
