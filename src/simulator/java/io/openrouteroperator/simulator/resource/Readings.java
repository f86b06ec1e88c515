package io.openrouteroperator.simulator.resource;

import io.openrouteroperator.simulator.policy.DefaultGuardrailScope;

/**
 * Which reading of the documentation the simulator follows where it is silent or contradicts itself. A client has to work under each.
 *
 * @param scope what a default guardrail covers
 * @param defaultGuardrailListed whether a configured default guardrail appears in lists
 * @param omittedCollectionsCleared whether a collection that a change of a guardrail leaves out is cleared rather than kept
 * @param unknownProvidersRefused whether a guardrail naming an unknown provider is refused rather than stored, matching nothing
 * @param keyLimitStatus what an exhausted key limit answers: 403 as reported, or 402 as documented
 */
public record Readings(
        DefaultGuardrailScope scope,
        boolean defaultGuardrailListed,
        boolean omittedCollectionsCleared,
        boolean unknownProvidersRefused,
        int keyLimitStatus) {

    /** The reading that most punishes a careless client. */
    public static final Readings USUAL = new Readings(DefaultGuardrailScope.ALL_TRAFFIC, false, false, false, 403);

    public Readings withScope(DefaultGuardrailScope changed) {
        return new Readings(
                changed, defaultGuardrailListed, omittedCollectionsCleared, unknownProvidersRefused, keyLimitStatus);
    }

    public Readings withDefaultGuardrailListed(boolean changed) {
        return new Readings(scope, changed, omittedCollectionsCleared, unknownProvidersRefused, keyLimitStatus);
    }

    public Readings withOmittedCollectionsCleared(boolean changed) {
        return new Readings(scope, defaultGuardrailListed, changed, unknownProvidersRefused, keyLimitStatus);
    }

    public Readings withUnknownProvidersRefused(boolean changed) {
        return new Readings(scope, defaultGuardrailListed, omittedCollectionsCleared, changed, keyLimitStatus);
    }

    public Readings withKeyLimitStatus(int changed) {
        return new Readings(scope, defaultGuardrailListed, omittedCollectionsCleared, unknownProvidersRefused, changed);
    }
}
