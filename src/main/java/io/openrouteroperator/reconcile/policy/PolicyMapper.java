package io.openrouteroperator.reconcile.policy;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.openrouteroperator.api.v1alpha1.ApiGroup;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.ByokRequirement;
import io.openrouteroperator.api.v1alpha1.policy.Classification;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicySpec;
import io.openrouteroperator.api.v1alpha1.policy.Permission;
import io.openrouteroperator.api.v1alpha1.policy.Rotation;
import io.openrouteroperator.api.v1alpha1.policy.ZeroDataRetention;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.CatalogueGrowth;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.DataRules;
import io.openrouteroperator.core.policy.LabelMatcher;
import io.openrouteroperator.core.policy.LabelRequirement;
import io.openrouteroperator.core.policy.ModelRules;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.ProviderRules;
import io.openrouteroperator.core.policy.RotationOverride;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the policy as written to the rules that {@code core} understands; defaults are those of the CRD. */
public final class PolicyMapper {
    private static final LabelMatcher GOVERNED = LabelMatcher.label(ApiGroup.NAME + "/governed", "true");

    private PolicyMapper() {}

    /** The rules of a policy object. */
    public static PolicyRules rules(OpenRouterPolicy policy) {
        OpenRouterPolicySpec spec = policy.getSpec();
        return new PolicyRules(
                policy.getMetadata().getName(),
                spec.accountRef().name(),
                matcher(spec.namespaceSelector(), GOVERNED),
                rotation(spec.rotation()),
                spec.onCatalogueGrowth() == io.openrouteroperator.api.v1alpha1.policy.CatalogueGrowth.HOLD
                        ? CatalogueGrowth.HOLD
                        : CatalogueGrowth.FOLLOW,
                spec.classifications().stream()
                        .map(PolicyMapper::classification)
                        .toList());
    }

    private static ClassificationRules classification(Classification written) {
        return new ClassificationRules(
                written.name(),
                matcher(written.namespaceSelector(), LabelMatcher.everything()),
                providers(written),
                models(written),
                data(written),
                limit(written),
                rotation(written.rotation()),
                written.workspace());
    }

    private static ProviderRules providers(Classification written) {
        var providers = written.providers();
        return new ProviderRules(
                providers.allow(),
                providers.deny(),
                providers.countries(),
                !Boolean.FALSE.equals(providers.allowFallbacks()),
                providers.byok() == ByokRequirement.REQUIRED);
    }

    private static ModelRules models(Classification written) {
        var models = written.models();
        return models == null
                ? ModelRules.standard()
                : new ModelRules(models.allow(), models.deny(), Boolean.TRUE.equals(models.allowFree()));
    }

    private static DataRules data(Classification written) {
        var data = written.data();
        return data == null
                ? DataRules.standard()
                : new DataRules(
                        data.training() == Permission.ALLOW,
                        data.zeroDataRetention() == ZeroDataRetention.REQUIRED,
                        data.redact());
    }

    private static @Nullable SpendLimit limit(Classification written) {
        var limit = written.limit();
        return limit == null ? null : new SpendLimit(limit.maxUsd(), ResetMapper.interval(limit.reset()));
    }

    private static RotationOverride rotation(@Nullable Rotation written) {
        if (written == null) {
            return RotationOverride.none();
        }
        var overlap = written.overlap();
        return new RotationOverride(
                written.interval(),
                written.jitterPercent(),
                overlap == null ? null : overlap.min(),
                overlap == null ? null : overlap.max(),
                written.maxAge(),
                written.windows().stream()
                        .map(window ->
                                new RotationOverride.WindowText(window.cron(), window.duration(), window.timeZone()))
                        .toList(),
                written.maxConcurrent());
    }

    private static LabelMatcher matcher(@Nullable LabelSelector selector, LabelMatcher otherwise) {
        if (selector == null) {
            return otherwise;
        }
        return new LabelMatcher(
                Objects.requireNonNullElse(selector.getMatchLabels(), Map.<String, String>of()),
                Objects.requireNonNullElse(selector.getMatchExpressions(), List.<LabelSelectorRequirement>of()).stream()
                        .map(PolicyMapper::requirement)
                        .toList());
    }

    private static LabelRequirement requirement(LabelSelectorRequirement written) {
        return new LabelRequirement(
                written.getKey(),
                switch (written.getOperator()) {
                    case "In" -> LabelRequirement.Operator.IN;
                    case "NotIn" -> LabelRequirement.Operator.NOT_IN;
                    case "Exists" -> LabelRequirement.Operator.EXISTS;
                    case "DoesNotExist" -> LabelRequirement.Operator.DOES_NOT_EXIST;
                    default -> throw new IllegalArgumentException("the schema lets no other operator through");
                },
                Set.copyOf(Objects.requireNonNullElse(written.getValues(), List.<String>of())));
    }
}
