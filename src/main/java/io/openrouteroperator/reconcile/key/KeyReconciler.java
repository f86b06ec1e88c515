package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.rotation.KeyDemand;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import io.openrouteroperator.reconcile.Attempts;
import io.openrouteroperator.reconcile.EventRecorder;
import io.openrouteroperator.reconcile.LeaseGuard;
import io.openrouteroperator.reconcile.OperatorSettings;
import io.openrouteroperator.reconcile.RemoteTrouble;
import io.openrouteroperator.reconcile.account.AccountRegistry;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry.Connected;
import io.openrouteroperator.reconcile.account.KeyOwners;
import io.openrouteroperator.reconcile.policy.PolicyRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Gives each service its key, and takes it back when the object goes. */
@ControllerConfiguration(name = "key", finalizerName = "openrouter-operator.io/key-retire")
public final class KeyReconciler implements Reconciler<OpenRouterKey>, Cleaner<OpenRouterKey> {
    private static final Logger LOG = Logger.getLogger(KeyReconciler.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration OUTAGE_RECHECK = Duration.ofSeconds(10);
    private static final Duration STALLED_RECHECK = Duration.ofMinutes(1);

    private final GrantResolver grants;
    private final KeyTools tools;
    private final KeySources sources;
    private final EventRecorder events;
    private final KeyReport report;
    private final Attempts attempts = new Attempts();

    KeyReconciler(GrantResolver grants, KeyTools tools, KeySources sources, EventRecorder events) {
        this.grants = grants;
        this.tools = tools;
        this.sources = sources;
        this.events = events;
        this.report = new KeyReport(tools.statuses(), events);
    }

    /** The reconciler with everything it needs. */
    public static KeyReconciler create(
            KubernetesClient client,
            AccountRegistry accounts,
            PolicyRegistry policies,
            KeyOwners owners,
            EventRecorder events,
            OperatorSettings settings,
            LeaseGuard lease,
            Clock clock) {
        return new KeyReconciler(
                new GrantResolver(accounts, policies),
                KeyTools.create(client, owners, events, settings, lease, clock),
                new KeySources(owners),
                events);
    }

    @Override
    public List<EventSource<?, OpenRouterKey>> prepareEventSources(EventSourceContext<OpenRouterKey> context) {
        return sources.prepare(context);
    }

    @Override
    public UpdateControl<OpenRouterKey> reconcile(OpenRouterKey key, Context<OpenRouterKey> context) {
        KeyPass pass = new KeyPass(tools, key, this::grant, context);
        if (pass.grant().demand() instanceof KeyDemand.NotYetKnown) {
            return again(SOON);
        }
        try {
            Standing standing = pass.run();
            Grant grant = pass.grant();
            if (standing.verdict() == Verdict.UNDECIDED) {
                return again(OUTAGE_RECHECK);
            }
            report.write(pass.key(), grant, standing, pass.progress(), context);
            attempts.succeeded(key.getMetadata().getUid());
            return again(recheck(standing, pass));
        } catch (OpenRouterException trouble) {
            return afterTrouble(pass.key(), pass.grant(), trouble, context);
        }
    }

    @Override
    public DeleteControl cleanup(OpenRouterKey key, Context<OpenRouterKey> context) {
        Grant grant = grant(key);
        if (grant.account() == null) {
            return withoutAccount(key, grant, context);
        }
        KeyPass pass = new KeyPass(tools, key, this::grant, context);
        try {
            return pass.retire(KeyMapper.fate(key))
                    ? gone(key)
                    : DeleteControl.noFinalizerRemoval().rescheduleAfter(SOON);
        } catch (OpenRouterException trouble) {
            events.warning(key, RemoteTrouble.reason(trouble.failure()), trouble.getMessage());
            Standing standing =
                    new Standing(Verdict.RECONCILING, RemoteTrouble.reason(trouble.failure()), trouble.getMessage());
            report.write(pass.key(), pass.grant(), standing, null, context);
            return DeleteControl.noFinalizerRemoval()
                    .rescheduleAfter(pause(key.getMetadata().getUid(), trouble.failure()));
        }
    }

    /** An account that does not work is waited for; one that does not exist any more can never revoke anything. */
    private DeleteControl withoutAccount(OpenRouterKey key, Grant grant, Context<OpenRouterKey> context) {
        KeyRecord record = KeyMapper.record(key);
        String account = record.account();
        if (account == null) {
            return gone(key);
        }
        if (!sources.accountExists(account, context.getClient())) {
            events.warning(
                    key,
                    Reason.ACCOUNT_NOT_FOUND,
                    "OpenRouterAccount '%s' is gone, so its key %s could not be deleted: delete it at OpenRouter"
                            .formatted(
                                    account,
                                    record.current() == null
                                            ? ""
                                            : record.current().label()));
            return gone(key);
        }
        if (!grants.knows(account)) {
            return DeleteControl.noFinalizerRemoval().rescheduleAfter(SOON);
        }
        String message = "account '%s' does not work; deleting its keys waits for it".formatted(account);
        events.warning(key, Reason.ACCOUNT_NOT_READY, message);
        report.write(key, grant, new Standing(Verdict.RECONCILING, Reason.ACCOUNT_NOT_READY, message), null, context);
        return DeleteControl.noFinalizerRemoval().rescheduleAfter(OUTAGE_RECHECK);
    }

    private DeleteControl gone(OpenRouterKey key) {
        tools.inFlight().gone(key.getMetadata().getUid());
        tools.turns().gone(key.getMetadata().getUid());
        attempts.succeeded(key.getMetadata().getUid());
        return DeleteControl.defaultDelete();
    }

    private Grant grant(OpenRouterKey key) {
        Optional<Namespace> namespace = sources.namespace(key.getMetadata().getNamespace());
        return grants.resolve(key, namespace, sources.policies());
    }

    /** Trouble with a published key leaves its status alone: the key still works, and the account says what is wrong. */
    private UpdateControl<OpenRouterKey> afterTrouble(
            OpenRouterKey key, Grant grant, OpenRouterException trouble, Context<OpenRouterKey> context) {
        Failure failure = trouble.failure();
        LOG.warnf(
                "key %s/%s: %s",
                key.getMetadata().getNamespace(), key.getMetadata().getName(), trouble.getMessage());
        if (KeyMapper.record(key).current() == null) {
            Reason reason = failure.ambiguous() ? Reason.CREATE_AMBIGUOUS : RemoteTrouble.reason(failure);
            report.write(key, grant, new Standing(Verdict.RECONCILING, reason, trouble.getMessage()), null, context);
        }
        return again(pause(key.getMetadata().getUid(), failure));
    }

    private Duration pause(String uid, Failure failure) {
        return RemoteTrouble.pause(failure, attempts.failed(uid), tools.clock().instant());
    }

    private Duration recheck(Standing standing, KeyPass pass) {
        Connected account = pass.grant().account();
        Duration longest = account == null ? STALLED_RECHECK : account.pollInterval();
        Progress progress = pass.progress();
        return switch (standing.verdict()) {
            case READY ->
                progress == null
                        ? longest
                        : progress.lookAgain(longest, tools.clock().instant());
            case STALLED -> longest;
            case RECONCILING, UNDECIDED -> SOON;
        };
    }

    private static UpdateControl<OpenRouterKey> again(Duration after) {
        return UpdateControl.<OpenRouterKey>noUpdate().rescheduleAfter(after);
    }
}
