package io.openrouteroperator.reconcile.account;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.AuditTrail;
import io.openrouteroperator.api.v1alpha1.account.CreditsStatus;
import io.openrouteroperator.api.v1alpha1.account.KeyChangesStatus;
import io.openrouteroperator.api.v1alpha1.account.KeyCounts;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;
import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.Credits;
import io.openrouteroperator.reconcile.ConditionList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what a poll found. Figures are rounded, so that an idle account never changes its status. */
final class AccountStatusFactory {
    private final KeyOwners owners;
    private final Clock clock;

    AccountStatusFactory(KeyOwners owners, Clock clock) {
        this.owners = owners;
        this.clock = clock;
    }

    /** The status of an account that works. */
    OpenRouterAccountStatus connected(OpenRouterAccount account, AccountView view) {
        AccountPoll poll = view.poll();
        List<ConditionValue> conditions = new ArrayList<>();
        conditions.add(
                ConditionValue.holds(ConditionType.MANAGEMENT_KEY_VALID, Reason.CONNECTED, "a management key works"));
        ConditionValue ready = ConditionValue.holds(
                ConditionType.READY, Reason.CONNECTED, "connected; workspace " + poll.workspaceId());
        AuditTrail wanted = account.getSpec().auditTrail();
        if (wanted != null) {
            ConditionValue trail = AuditTrailMapper.condition(wanted, poll.destinations());
            conditions.add(trail);
            if (AuditTrailMapper.blocks(wanted, trail)) {
                ready = ConditionValue.fails(ConditionType.READY, trail.reason(), trail.message());
            }
        }
        conditions.add(ready);
        KeyChangeLedger ledger = view.ledger();
        Instant parkedUntil = ledger.parkedUntil();
        if (parkedUntil != null) {
            conditions.add(ConditionValue.holds(
                    ConditionType.RATE_LIMITED,
                    Reason.KEY_CHANGES_EXHAUSTED,
                    "OpenRouter allows no more key changes today; they go on at " + parkedUntil));
        }
        return new OpenRouterAccountStatus(
                account.getMetadata().getGeneration(),
                merged(account, conditions),
                poll.workspaceId(),
                credits(poll.credits()),
                counts(poll),
                changes(account, ledger));
    }

    /** The status of an account that does not work; what was known before stays. */
    OpenRouterAccountStatus failing(OpenRouterAccount account, Reason reason, String message) {
        OpenRouterAccountStatus before = account.getStatus();
        boolean keyTrouble = Set.of(
                        Reason.MANAGEMENT_KEY_MISSING, Reason.MANAGEMENT_KEY_REFUSED, Reason.NOT_A_MANAGEMENT_KEY)
                .contains(reason);
        List<ConditionValue> conditions = List.of(
                ConditionValue.fails(ConditionType.READY, reason, message),
                keyTrouble
                        ? ConditionValue.fails(ConditionType.MANAGEMENT_KEY_VALID, reason, message)
                        : ConditionValue.unknown(ConditionType.MANAGEMENT_KEY_VALID, reason, message));
        return new OpenRouterAccountStatus(
                account.getMetadata().getGeneration(),
                merged(account, conditions),
                before == null ? null : before.workspaceId(),
                before == null ? null : before.credits(),
                before == null ? null : before.keys(),
                before == null ? null : before.keyChanges());
    }

    private List<Condition> merged(OpenRouterAccount account, List<ConditionValue> wanted) {
        OpenRouterAccountStatus before = account.getStatus();
        return ConditionList.merge(
                before == null ? List.of() : before.conditions(),
                wanted,
                account.getMetadata().getGeneration(),
                clock.instant());
    }

    private KeyCounts counts(AccountPoll poll) {
        Set<String> uids = owners.shortUids();
        int managed = 0;
        int orphaned = 0;
        for (var group : poll.keysByOwner().entrySet()) {
            if (uids.contains(group.getKey())) {
                managed += group.getValue().size();
            } else {
                orphaned += group.getValue().size();
            }
        }
        return new KeyCounts(managed, poll.keys().size() - managed - orphaned, orphaned);
    }

    /** Written only once something was spent: a status must not change at midnight just because it is midnight. */
    private static @Nullable KeyChangesStatus changes(OpenRouterAccount account, KeyChangeLedger ledger) {
        if (ledger.used() == 0) {
            OpenRouterAccountStatus before = account.getStatus();
            return before == null ? null : before.keyChanges();
        }
        return new KeyChangesStatus(
                ledger.day().toString(),
                ledger.used(),
                ledger.perDay(),
                ledger.parkedUntil() == null ? null : Objects.toString(ledger.parkedUntil()));
    }

    private static CreditsStatus credits(Credits credits) {
        return new CreditsStatus(rounded(credits.total()), rounded(credits.used()));
    }

    private static String rounded(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
