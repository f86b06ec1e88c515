package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicyStatus;
import io.openrouteroperator.reconcile.account.KeyOwners;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a key depends on in the cluster: its namespace's labels and the policies; a change of either is a reason to look again. */
final class KeySources {
    private final KeyOwners owners;
    private @Nullable InformerEventSource<Namespace, OpenRouterKey> namespaces;
    private @Nullable InformerEventSource<OpenRouterPolicy, OpenRouterKey> policies;

    KeySources(KeyOwners owners) {
        this.owners = owners;
    }

    List<EventSource<?, OpenRouterKey>> prepare(EventSourceContext<OpenRouterKey> context) {
        owners.use(context.getPrimaryCache());
        var namespaceConfiguration = InformerEventSourceConfiguration.from(Namespace.class, OpenRouterKey.class)
                .withSecondaryToPrimaryMapper(namespace -> keys(
                        context,
                        key -> namespace
                                .getMetadata()
                                .getName()
                                .equals(key.getMetadata().getNamespace())))
                .withOnUpdateFilter((now, before) -> !Objects.equals(
                        now.getMetadata().getLabels(), before.getMetadata().getLabels()))
                .build();
        var policyConfiguration = InformerEventSourceConfiguration.from(OpenRouterPolicy.class, OpenRouterKey.class)
                .withSecondaryToPrimaryMapper(_ -> keys(context, _ -> true))
                .withOnUpdateFilter((now, before) -> !meaning(now).equals(meaning(before)))
                .build();
        namespaces = new InformerEventSource<>(namespaceConfiguration, context);
        policies = new InformerEventSource<>(policyConfiguration, context);
        return List.of(namespaces, policies);
    }

    /** A namespace by name. */
    Optional<Namespace> namespace(String name) {
        return namespaces == null ? Optional.empty() : namespaces.get(new ResourceID(name));
    }

    /** Whether there is an account object of this name; asked of the API server, because only deletions need to know. */
    boolean accountExists(String account, KubernetesClient client) {
        return client.resources(OpenRouterAccount.class).withName(account).get() != null;
    }

    /** All policies of the cluster. */
    List<OpenRouterPolicy> policies() {
        return policies == null ? List.of() : policies.list().toList();
    }

    /** The part of a policy that keys act on; its counts change with every key and must not wake them all. */
    private static List<String> meaning(OpenRouterPolicy policy) {
        OpenRouterPolicyStatus status = policy.getStatus();
        Stream<String> compiled = status == null
                ? Stream.empty()
                : status.classifications().stream()
                        .map(each -> each.name() + " " + each.guardrailId() + " " + each.revision() + " "
                                + each.effectiveProviders().isEmpty());
        return Stream.concat(Stream.of(String.valueOf(policy.getMetadata().getGeneration())), compiled)
                .toList();
    }

    private static Set<ResourceID> keys(EventSourceContext<OpenRouterKey> context, Predicate<OpenRouterKey> affected) {
        return context.getPrimaryCache()
                .list(affected)
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }
}
