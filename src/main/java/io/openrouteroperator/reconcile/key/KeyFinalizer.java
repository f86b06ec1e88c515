package io.openrouteroperator.reconcile.key;

import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.rotation.DeletionProtocol;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.Retirement;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.reconcile.Attempts;
import io.openrouteroperator.reconcile.RemoteTrouble;
import io.openrouteroperator.reconcile.account.RetireDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Takes a service's keys back when its object is deleted. When OpenRouter cannot be asked, for a while or for the day, the keys are
 * handed over to their account: no namespace hangs on an outage.
 */
final class KeyFinalizer {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration OUTAGE_RECHECK = Duration.ofSeconds(10);

    private final KeyTools tools;
    private final KeySources sources;
    private final GrantResolver grants;
    private final RetireDesk desk;
    private final Duration patience;
    private final EventRecorder events;
    private final KeyReport report;
    private final Attempts attempts = new Attempts();

    KeyFinalizer(
            KeyTools tools,
            KeySources sources,
            GrantResolver grants,
            RetireDesk desk,
            Duration patience,
            EventRecorder events,
            KeyReport report) {
        this.tools = tools;
        this.sources = sources;
        this.grants = grants;
        this.desk = desk;
        this.patience = patience;
        this.events = events;
        this.report = report;
    }

    /** One attempt; the finalizer goes when nothing is left to do, or when the account has taken it over. */
    DeleteControl cleanUp(OpenRouterKey key, Function<OpenRouterKey, Grant> grantOf, Context<OpenRouterKey> context) {
        Grant grant = grantOf.apply(key);
        if (grant.account() == null) {
            return withoutAccount(key, grant, context);
        }
        KeyPass pass = new KeyPass(tools, key, grantOf, context);
        try {
            return pass.retire(KeyMapper.fate(key)) ? gone(key) : waiting(SOON);
        } catch (OpenRouterException trouble) {
            return afterTrouble(pass.key(), pass.grant(), trouble, context);
        }
    }

    private DeleteControl afterTrouble(
            OpenRouterKey key, Grant grant, OpenRouterException trouble, Context<OpenRouterKey> context) {
        Failure failure = trouble.failure();
        Reason reason = RemoteTrouble.reason(failure);
        Duration left = failure instanceof Failure.KeyChangesExhausted ? Duration.ZERO : patienceLeft(key);
        if (!left.isPositive()) {
            return handOver(key, grant, reason, trouble.getMessage(), context);
        }
        events.warning(key, reason, trouble.getMessage());
        Standing standing = new Standing(Verdict.RECONCILING, reason, trouble.getMessage());
        report.write(key, grant.withoutAccount(), standing, null, context);
        int attempt = attempts.failed(key.getMetadata().getUid());
        return waiting(
                shorter(RemoteTrouble.pause(failure, attempt, tools.clock().instant()), left));
    }

    /** An account that does not work is waited for a while; one that does not exist any more can never revoke anything. */
    private DeleteControl withoutAccount(OpenRouterKey key, Grant grant, Context<OpenRouterKey> context) {
        String account = KeyMapper.record(key).account();
        if (account == null) {
            return gone(key);
        }
        if (!sources.accountExists(account, context.getClient())) {
            return givenUp(key, account);
        }
        Duration left = patienceLeft(key);
        if (!left.isPositive()) {
            return handOver(
                    key, grant, Reason.ACCOUNT_NOT_READY, "account '%s' does not work".formatted(account), context);
        }
        if (!grants.knows(account)) {
            return waiting(SOON);
        }
        String message = "account '%s' does not work; deleting its keys waits for it".formatted(account);
        events.warning(key, Reason.ACCOUNT_NOT_READY, message);
        report.write(key, grant, new Standing(Verdict.RECONCILING, Reason.ACCOUNT_NOT_READY, message), null, context);
        return waiting(shorter(OUTAGE_RECHECK, left));
    }

    /** The account takes over what is on record; it retires it when OpenRouter can be asked again. */
    private DeleteControl handOver(
            OpenRouterKey key, Grant grant, Reason why, String message, Context<OpenRouterKey> context) {
        List<Retirement> left = DeletionProtocol.handOver(
                tools.gatherer().gather(key, grant.withoutAccount()).observation(),
                KeyMapper.fate(key),
                tools.clock().instant());
        String account = KeyMapper.record(key).account();
        if (left.isEmpty() || account == null) {
            return gone(key);
        }
        return switch (desk.handOver(account, left)) {
            case TAKEN -> {
                String later = "%s; account '%s' retires the key later".formatted(message, account);
                events.normal(key, Reason.KEY_HANDED_OVER, later);
                tools.trail().left(key, AuditAction.KEY_HANDED_OVER, Reason.KEY_HANDED_OVER, later);
                yield gone(key);
            }
            case NO_ACCOUNT -> givenUp(key, account);
            case FULL -> {
                String full = "%s (%s), and account '%s' has too many keys to retire already: waiting for that"
                        .formatted(message, why.text(), account);
                events.warning(key, Reason.RETIRE_QUEUE_FULL, full);
                report.write(
                        key, grant, new Standing(Verdict.RECONCILING, Reason.RETIRE_QUEUE_FULL, full), null, context);
                yield waiting(OUTAGE_RECHECK);
            }
        };
    }

    private DeleteControl givenUp(OpenRouterKey key, String account) {
        KeyRecord record = KeyMapper.record(key);
        String message = "OpenRouterAccount '%s' is gone, so its key %s could not be deleted: delete it at OpenRouter"
                .formatted(
                        account,
                        record.current() == null ? "" : record.current().label());
        events.warning(key, Reason.ACCOUNT_NOT_FOUND, message);
        tools.trail().left(key, AuditAction.KEY_ABANDONED, Reason.ACCOUNT_NOT_FOUND, message);
        return gone(key);
    }

    private DeleteControl gone(OpenRouterKey key) {
        tools.inFlight().gone(key.getMetadata().getUid());
        tools.turns().gone(key.getMetadata().getUid());
        attempts.succeeded(key.getMetadata().getUid());
        return DeleteControl.defaultDelete();
    }

    /** Counted from the deletion itself, so that a restart does not begin anew. */
    private Duration patienceLeft(OpenRouterKey key) {
        Instant deletedAt = Instant.parse(key.getMetadata().getDeletionTimestamp());
        return Duration.between(tools.clock().instant(), deletedAt.plus(patience));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static DeleteControl waiting(Duration pause) {
        return DeleteControl.noFinalizerRemoval().rescheduleAfter(pause);
    }
}
