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
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.rotation.KeyDemand;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.reconcile.Attempts;
import io.openrouteroperator.reconcile.LeaseGuard;
import io.openrouteroperator.reconcile.OperatorSettings;
import io.openrouteroperator.reconcile.RemoteTrouble;
import io.openrouteroperator.reconcile.account.AccountRegistry;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry.Connected;
import io.openrouteroperator.reconcile.account.KeyOwners;
import io.openrouteroperator.reconcile.account.RetireDesk;
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
    private final KeyReport report;
    private final KeyFinalizer finalizer;
    private final KeyMeters meters;
    private final Attempts attempts = new Attempts();

    KeyReconciler(
            GrantResolver grants,
            KeyTools tools,
            KeySources sources,
            KeyReport report,
            KeyFinalizer finalizer,
            KeyMeters meters) {
        this.grants = grants;
        this.tools = tools;
        this.sources = sources;
        this.report = report;
        this.finalizer = finalizer;
        this.meters = meters;
    }

    /** The reconciler with everything it needs. */
    public static KeyReconciler create(
            KubernetesClient client,
            AccountRegistry accounts,
            PolicyRegistry policies,
            KeyOwners owners,
            RetireDesk retireDesk,
            EventRecorder events,
            AuditLog audit,
            KeyMeters meters,
            OperatorSettings settings,
            LeaseGuard lease,
            Clock clock) {
        GrantResolver grants = new GrantResolver(accounts, policies);
        KeyTools tools = KeyTools.create(client, owners, events, audit, meters, settings, lease, clock);
        KeySources sources = new KeySources(owners);
        KeyReport report = new KeyReport(tools.statuses(), events, meters);
        KeyFinalizer finalizer =
                new KeyFinalizer(tools, sources, grants, retireDesk, settings.deletionPatience(), events, report);
        return new KeyReconciler(grants, tools, sources, report, finalizer, meters);
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
        DeleteControl control = finalizer.cleanUp(key, this::grant, context);
        if (control.isRemoveFinalizer()) {
            attempts.succeeded(key.getMetadata().getUid());
            meters.gone(key);
        }
        return control;
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
