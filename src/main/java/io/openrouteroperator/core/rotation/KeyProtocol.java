package io.openrouteroperator.core.rotation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The protocol of design section 3 as a chain of situations: the first that applies says what comes next. It is a pure function,
 * so whoever asks again after a crash gets the step that was not done. The order is the protocol:
 *
 * <ol>
 *   <li>what is published is the truth and is recorded first;
 *   <li>a published key that lost its class or its guardrail is stopped or bound again: safety waits for nothing;
 *   <li>a pending generation is finished, or searched and cleared away;
 *   <li>keys that served their time go, and those who may still read them are started anew;
 *   <li>without a grant nothing new is made;
 *   <li>a key that is missing, damaged, gone, compromised or old is replaced;
 *   <li>a key that is there is kept as asked for.
 * </ol>
 */
public final class KeyProtocol {
    private static final List<Rule> CHAIN = List.of(
            GrantRules::waitForCaches,
            PublicationRules::recordWhatIsPublished,
            PublicationRules::keepEarlierKeyInUse,
            RequestRules::recordRevocation,
            RequestRules::stopCompromisedKey,
            GrantRules::waitForWhatIsNotReady,
            PendingRules::discardWhatNoIntentOwns,
            GrantRules::withdrawKey,
            UpkeepRules::reassignGuardrail,
            PendingRules::continuePending,
            RequestRules::recordRollback,
            RequestRules::enableRestoredKey,
            RetirementRules::forgetRetiredKey,
            RetirementRules::retireUnusedKey,
            RetirementRules::extendMissedOverlap,
            RetirementRules::retireOverdueKey,
            RetirementRules::disableRetiredKey,
            RetirementRules::deleteRetiredKey,
            RolloutRules::restartConsumers,
            RolloutRules::recordRollout,
            RolloutRules::watchUsage,
            OrphanRules::deleteOrphan,
            GrantRules::stopWithoutGrant,
            ReplacementRules::refuseOtherAccount,
            AdoptionRules::adoptExistingKey,
            AdoptionRules::takeOverSecret,
            PublicationRules::refuseForeignSecret,
            ReplacementRules::makeFirstKey,
            ReplacementRules::waitForRemoteView,
            RequestRules::replaceCompromisedKey,
            UpkeepRules::restoreWithdrawnKey,
            ReplacementRules::replaceKeyDeletedRemotely,
            ReplacementRules::replaceKeyOfMissingSecret,
            ReplacementRules::replaceKeyOfDamagedSecret,
            ReplacementRules::replaceKeyDisabledRemotely,
            ReplacementRules::replaceKeyOfOtherWorkspace,
            RotationRules::rotateAdoptedKey,
            RequestRules::rotateOnRequest,
            RotationRules::rotateDueKey,
            UpkeepRules::correctLimit,
            UpkeepRules::correctName,
            UpkeepRules::rewriteSecret,
            UpkeepRules::reportDisabledKey);

    private KeyProtocol() {}

    /** The next effect; {@link KeyDecision.Rest} when there is none for now. */
    public static KeyDecision decide(KeyObservation seen, Instant now) {
        return CHAIN.stream()
                .map(rule -> rule.decide(seen, now))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> UpkeepRules.ready(seen));
    }
}
