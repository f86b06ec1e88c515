package io.openrouteroperator.governance;

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
import io.openrouteroperator.core.policy.ModelRules;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.ProviderRules;
import io.openrouteroperator.core.policy.RotationOverride;
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
                SelectorMapper.matcher(spec.namespaceSelector(), GOVERNED),
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
                SelectorMapper.matcher(written.namespaceSelector(), LabelMatcher.everything()),
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
}
