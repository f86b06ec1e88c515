package io.openrouteroperator.reconcile.account;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.AuditTrail;
import io.openrouteroperator.api.v1alpha1.account.CreditsStatus;
import io.openrouteroperator.api.v1alpha1.account.KeyChangesStatus;
import io.openrouteroperator.api.v1alpha1.account.KeyCounts;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;
import io.openrouteroperator.api.v1alpha1.account.OrphanPolicy;
import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.Credits;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.RetireQueue;
import io.openrouteroperator.core.rotation.Retirement;
import io.openrouteroperator.governance.UsageBoard;
import io.openrouteroperator.reconcile.ConditionList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down what a poll found. Figures are rounded, so that an idle account never changes its status. */
final class AccountStatusFactory {
    private static final int MOST_NAMED = 5;

    private final UsageBoard usage;
    private final Clock clock;

    AccountStatusFactory(UsageBoard usage, Clock clock) {
        this.usage = usage;
        this.clock = clock;
    }

    /** The status of an account that works, without the keys that were retired in this pass. */
    OpenRouterAccountStatus connected(
            OpenRouterAccount account, AccountView view, KeyCensus census, List<Retirement> retired) {
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
        KeyChangeLedger ledger = view.ration().ledger();
        KeyChangesStatus changes = LedgerMapper.write(account, ledger);
        conditions.addAll(
                BudgetMapper.conditions(account, ledger, changes, view.fleet().plan(), clock.instant()));
        if (account.getSpec().orphans() == OrphanPolicy.REPORT
                && !census.orphans().isEmpty()) {
            conditions.add(orphansFound(census.orphans()));
        }
        String name = account.getMetadata().getName();
        usage.ofAccount(name).ifPresent(conditions::add);
        Set<ConditionType> awaited = usage.isAwaited(name) ? Set.of(ConditionType.UNMANAGED_KEYS_USED) : Set.of();
        return new OpenRouterAccountStatus(
                account.getMetadata().getGeneration(),
                merged(account, conditions, awaited),
                poll.workspaceId(),
                credits(poll.credits()),
                new KeyCounts(
                        census.managed(), census.unmanaged(), census.orphans().size()),
                changes,
                RetireQueueMapper.write(RetireQueueMapper.read(account).without(retired)));
    }

    private static ConditionValue orphansFound(List<RemoteKey> orphans) {
        String names =
                orphans.stream().map(RemoteKey::name).sorted().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return ConditionValue.holds(
                ConditionType.ORPHANS_FOUND,
                Reason.ORPHAN_FOUND,
                "%d keys of this cluster have no object: %s%s; delete them at OpenRouter, or set spec.orphans to Delete"
                        .formatted(orphans.size(), names, orphans.size() > MOST_NAMED ? ", …" : ""));
    }

    /** The status with the count of key changes as it is now. */
    static OpenRouterAccountStatus spent(OpenRouterAccount account, KeyChangeLedger ledger) {
        return with(account, LedgerMapper.write(account, ledger), RetireQueueMapper.read(account));
    }

    /** The status with these keys still to be retired. */
    static OpenRouterAccountStatus retiring(OpenRouterAccount account, RetireQueue queue) {
        OpenRouterAccountStatus before = account.getStatus();
        return with(account, before == null ? null : before.keyChanges(), queue);
    }

    private static OpenRouterAccountStatus with(
            OpenRouterAccount account, @Nullable KeyChangesStatus changes, RetireQueue queue) {
        OpenRouterAccountStatus before = account.getStatus();
        return new OpenRouterAccountStatus(
                before == null ? null : before.observedGeneration(),
                before == null ? List.of() : before.conditions(),
                before == null ? null : before.workspaceId(),
                before == null ? null : before.credits(),
                before == null ? null : before.keys(),
                changes,
                RetireQueueMapper.write(queue));
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
                merged(account, conditions, Set.of()),
                before == null ? null : before.workspaceId(),
                before == null ? null : before.credits(),
                before == null ? null : before.keys(),
                before == null ? null : before.keyChanges(),
                before == null ? List.of() : before.retireQueue());
    }

    private List<Condition> merged(OpenRouterAccount account, List<ConditionValue> wanted, Set<ConditionType> awaited) {
        OpenRouterAccountStatus before = account.getStatus();
        return ConditionList.merge(
                before == null ? List.of() : before.conditions(),
                wanted,
                awaited,
                account.getMetadata().getGeneration(),
                clock.instant());
    }

    private static CreditsStatus credits(Credits credits) {
        return new CreditsStatus(rounded(credits.total()), rounded(credits.used()));
    }

    private static String rounded(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
