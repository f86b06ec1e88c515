package io.openrouteroperator.core.policy;

import io.openrouteroperator.core.openrouter.SpendLimit;
import org.jspecify.annotations.Nullable;

/**
 * What one class of data allows.
 *
 * @param name the name that keys ask for
 * @param namespaces the governed namespaces that may claim the class
 * @param providers who may serve it
 * @param models what may be used
 * @param data what may happen to the data
 * @param limit the most a key may spend, null when every key must set its own
 * @param rotation what differs from the policy's rotation, only towards stricter
 * @param workspace slug or id of the workspace, null for the account's
 */
public record ClassificationRules(
        String name,
        LabelMatcher namespaces,
        ProviderRules providers,
        ModelRules models,
        DataRules data,
        @Nullable SpendLimit limit,
        RotationOverride rotation,
        @Nullable String workspace) {
    /** Where this classification stands in its policy, for problems. */
    public String path() {
        return "spec.classifications[" + name + "]";
    }

    /** Whether its rules are those of regulated data: nothing kept, something redacted, own credentials, or countries named. */
    public boolean regulated() {
        return data.zeroDataRetention()
                || !data.redact().isEmpty()
                || providers.byokRequired()
                || !providers.countries().isEmpty();
    }
}
