package io.openrouteroperator.governance;

import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.usage.UsageConditions;
import io.openrouteroperator.core.usage.UsageSummary;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Where it is said what passes over accounts found, and the reconcilers of policies and accounts read it when they look again. */
public final class UsageBoard {
    private final boolean observing;
    private final Map<String, UsageSummary> summaries = new ConcurrentHashMap<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    /** @param observing whether anybody will ever say something here */
    public UsageBoard(boolean observing) {
        this.observing = observing;
    }

    /** Whether what was said of an account by a process that is gone still counts, as nothing has been said anew. */
    public boolean isAwaited(String account) {
        return observing && !summaries.containsKey(account);
    }

    /** A pass over an account found this. */
    public void found(String account, UsageSummary summary) {
        troubles.remove(account);
        summaries.put(account, summary);
    }

    /** A pass over an account failed; what the last one found still counts. */
    public void failed(String account, String message) {
        troubles.put(account, message);
    }

    /** The account is gone. */
    public void forget(String account) {
        summaries.remove(account);
        troubles.remove(account);
    }

    /** What is known of all accounts, by name. */
    public Map<String, UsageSummary> all() {
        return new TreeMap<>(summaries);
    }

    /** The condition of a policy; nothing while nobody has read its account. */
    public Optional<ConditionValue> ofPolicy(String policy, String account) {
        UsageSummary summary = summaries.get(account);
        if (summary != null) {
            return Optional.of(UsageConditions.ofPolicy(policy, summary));
        }
        return Optional.ofNullable(troubles.get(account))
                .map(message -> ConditionValue.unknown(
                        ConditionType.USAGE_CONFORMS,
                        Reason.NOT_OBSERVED,
                        "what account '%s' served could not be read: %s".formatted(account, message)));
    }

    /** The condition of an account whose unmanaged keys were used. */
    public Optional<ConditionValue> ofAccount(String account) {
        return Optional.ofNullable(summaries.get(account)).flatMap(UsageConditions::ofAccount);
    }
}
