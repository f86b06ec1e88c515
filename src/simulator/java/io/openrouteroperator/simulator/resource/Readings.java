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
 * @param analyticsTimesAsReported how analytics spell times: as reported, {@code 2026-11-24} for days and longer and
 *     {@code 2026-11-24 12:00:00} below, or as in the description, {@code 2026-11-24T00:00:00.000Z}
 */
public record Readings(
        DefaultGuardrailScope scope,
        boolean defaultGuardrailListed,
        boolean omittedCollectionsCleared,
        boolean unknownProvidersRefused,
        int keyLimitStatus,
        boolean analyticsTimesAsReported) {

    /** The reading that most punishes a careless client. */
    public static final Readings USUAL =
            new Readings(DefaultGuardrailScope.ALL_TRAFFIC, false, false, false, 403, false);

    public Readings withScope(DefaultGuardrailScope changed) {
        return new Readings(
                changed,
                defaultGuardrailListed,
                omittedCollectionsCleared,
                unknownProvidersRefused,
                keyLimitStatus,
                analyticsTimesAsReported);
    }

    public Readings withDefaultGuardrailListed(boolean changed) {
        return new Readings(
                scope,
                changed,
                omittedCollectionsCleared,
                unknownProvidersRefused,
                keyLimitStatus,
                analyticsTimesAsReported);
    }

    public Readings withOmittedCollectionsCleared(boolean changed) {
        return new Readings(
                scope,
                defaultGuardrailListed,
                changed,
                unknownProvidersRefused,
                keyLimitStatus,
                analyticsTimesAsReported);
    }

    public Readings withUnknownProvidersRefused(boolean changed) {
        return new Readings(
                scope,
                defaultGuardrailListed,
                omittedCollectionsCleared,
                changed,
                keyLimitStatus,
                analyticsTimesAsReported);
    }

    public Readings withKeyLimitStatus(int changed) {
        return new Readings(
                scope,
                defaultGuardrailListed,
                omittedCollectionsCleared,
                unknownProvidersRefused,
                changed,
                analyticsTimesAsReported);
    }

    public Readings withAnalyticsTimesAsReported(boolean changed) {
        return new Readings(
                scope,
                defaultGuardrailListed,
                omittedCollectionsCleared,
                unknownProvidersRefused,
                keyLimitStatus,
                changed);
    }
}
