package io.openrouteroperator.governance;

import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PreviousKey;
import io.openrouteroperator.api.v1alpha1.key.SecretTemplate;
import io.openrouteroperator.api.v1alpha1.policy.Classification;
import io.openrouteroperator.api.v1alpha1.policy.Enforcement;
import io.openrouteroperator.api.v1alpha1.policy.Exemption;
import io.openrouteroperator.api.v1alpha1.policy.LeakResponse;
import io.openrouteroperator.core.admission.DatedExemption;
import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.PolicyFacts;
import io.openrouteroperator.core.admission.PolicyFacts.ClassificationFacts;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.policy.LabelMatcher;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reduces our kinds to the facts that the admission rules ask for. */
public final class FactsMapper {
    private static final LabelMatcher GOVERNED = LabelMatcher.label("openrouter-operator.io/governed", "true");

    private FactsMapper() {}

    /** The policy as it is declared. */
    public static PolicyFacts policy(OpenRouterPolicy policy) {
        Map<String, EnforcementMode> byClassification = new HashMap<>();
        for (Classification classification : policy.getSpec().classifications()) {
            if (classification.enforcement() != null) {
                byClassification.put(classification.name(), mode(classification.enforcement()));
            }
        }
        return new PolicyFacts(
                policy.getMetadata().getName(),
                SelectorMapper.matcher(policy.getSpec().namespaceSelector(), GOVERNED),
                mode(policy.getSpec().enforcement()),
                byClassification,
                policy.getSpec().classifications().stream()
                        .map(each -> new ClassificationFacts(
                                each.name(),
                                SelectorMapper.matcher(each.namespaceSelector(), LabelMatcher.everything())))
                        .toList(),
                policy.getSpec().exemptions().stream()
                        .map(FactsMapper::exemption)
                        .toList(),
                policy.getSpec().onLeak() == LeakResponse.REVOKE);
    }

    /** The Secrets that the account takes its management keys from. */
    public static Set<ObjectName> managementSecrets(OpenRouterAccount account) {
        return account.getSpec().managementKeys().stream()
                .map(key -> new ObjectName(
                        key.secretRef().namespace(), key.secretRef().name()))
                .collect(Collectors.toSet());
    }

    /**
     * The record of a key that was delivered, or is being delivered. A pending key counts as long as it is pending: between the write
     * of the Secret and the write of the status its consumers may already start. The operator makes a pending key only for a Secret
     * that is its own.
     */
    static Optional<ManagedKey> key(OpenRouterKey key) {
        OpenRouterKeyStatus status = key.getStatus();
        if (status == null || (status.current() == null && status.pending() == null)) {
            return Optional.empty();
        }
        ManagedKey declared = declaredKey(key);
        String secret = status.secretName() == null ? declared.secretName() : status.secretName();
        return Optional.of(new ManagedKey(
                declared.name(),
                secret,
                declared.secretEntry(),
                declared.classification(),
                hashes(status.current(), status.previous()),
                declared.serviceAccounts()));
    }

    /** The key as recorded, with its hashes, and as declared while there is no record. */
    public static ManagedKey knownKey(OpenRouterKey key) {
        return key(key).orElseGet(() -> declaredKey(key));
    }

    /** The key as it will be once it is delivered; it has no hashes yet. */
    public static ManagedKey declaredKey(OpenRouterKey key) {
        SecretTemplate template = key.getSpec().secret();
        String name = key.getMetadata().getName();
        return new ManagedKey(
                new ObjectName(key.getMetadata().getNamespace(), name),
                template == null || template.name() == null ? name : template.name(),
                template == null || template.key() == null ? SecretTemplate.DEFAULT_ENTRY : template.key(),
                key.getSpec().classification(),
                Set.of(),
                Set.copyOf(key.getSpec().allowedServiceAccounts()));
    }

    private static Set<KeyHash> hashes(@Nullable CurrentKey current, List<PreviousKey> previous) {
        Stream<String> newest = current == null ? Stream.empty() : Stream.of(current.hash());
        return Stream.concat(newest, previous.stream().map(PreviousKey::hash))
                .map(KeyHash::new)
                .collect(Collectors.toSet());
    }

    private static DatedExemption exemption(Exemption exemption) {
        return new DatedExemption(
                exemption.namespace(),
                exemption.serviceAccount(),
                exemption.reason(),
                Instant.parse(exemption.until()));
    }

    private static EnforcementMode mode(@Nullable Enforcement enforcement) {
        return switch (enforcement) {
            case ENFORCE -> EnforcementMode.ENFORCE;
            case WARN -> EnforcementMode.WARN;
            case AUDIT -> EnforcementMode.AUDIT;
            case null -> EnforcementMode.ENFORCE;
        };
    }
}
