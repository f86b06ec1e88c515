package io.openrouteroperator.reconcile.account;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.ManagementKey;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;
import io.openrouteroperator.api.v1alpha1.account.OrphanPolicy;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.OpenRouterConnector;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.policy.DurationText;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.governance.UsageBoard;
import io.openrouteroperator.reconcile.Attempts;
import io.openrouteroperator.reconcile.OperatorSettings;
import io.openrouteroperator.reconcile.RemoteTrouble;
import io.openrouteroperator.reconcile.StatusWriter;
import io.openrouteroperator.reconcile.account.AccountConnector.Attempt;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Polls an account and publishes what it found to the other reconcilers. */
@ControllerConfiguration(name = "account")
public final class AccountReconciler implements Reconciler<OpenRouterAccount> {
    private static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMinutes(1);

    private final AccountConnector connector;
    private final AccountPoller poller;
    private final AccountRegistry registry;
    private final AccountUpkeep upkeep;
    private final AccountMeters meters;
    private final AccountTrail trail;
    private final AccountStatusFactory statuses;
    private final AccountStatusStore store;
    private final AccountViews views;
    private final Clock clock;
    private final Attempts attempts = new Attempts();

    AccountReconciler(
            AccountConnector connector,
            AccountPoller poller,
            AccountRegistry registry,
            AccountUpkeep upkeep,
            AccountMeters meters,
            AccountTrail trail,
            AccountStatusFactory statuses,
            AccountStatusStore store,
            Clock clock) {
        this.connector = connector;
        this.poller = poller;
        this.registry = registry;
        this.upkeep = upkeep;
        this.meters = meters;
        this.trail = trail;
        this.statuses = statuses;
        this.store = store;
        this.views = new AccountViews(registry, store, clock);
        this.clock = clock;
    }

    /** The reconciler with everything it needs. */
    public static AccountReconciler create(
            KubernetesClient client,
            OpenRouterConnector connector,
            AccountRegistry registry,
            KeyOwners owners,
            AccountStatusStore store,
            UsageBoard usage,
            EventRecorder events,
            AuditLog audit,
            MeterRegistry meterRegistry,
            OperatorSettings settings,
            Clock clock) {
        AccountMeters meters = new AccountMeters(meterRegistry);
        AccountTrail trail = new AccountTrail(audit);
        return new AccountReconciler(
                new AccountConnector(client, connector),
                new AccountPoller(settings, clock),
                registry,
                new AccountUpkeep(
                        owners,
                        settings.cluster(),
                        new RetireWork(events, trail, clock),
                        new OrphanJanitor(new ApiServerCertainty(client, settings.cluster()), events, trail, clock),
                        meters,
                        clock),
                meters,
                trail,
                new AccountStatusFactory(usage, clock),
                store,
                clock);
    }

    @Override
    public List<EventSource<?, OpenRouterAccount>> prepareEventSources(EventSourceContext<OpenRouterAccount> context) {
        Predicate<String> exists = account ->
                context.getPrimaryCache().get(new ResourceID(account)).isPresent();
        meters.use(exists);
        registry.use(exists);
        return List.of();
    }

    @Override
    public UpdateControl<OpenRouterAccount> reconcile(OpenRouterAccount account, Context<OpenRouterAccount> context) {
        String name = account.getMetadata().getName();
        try {
            Optional<OpenRouter> before = registry.view(name).map(AccountView::connection);
            return switch (connector.connect(account, before)) {
                case Attempt.Works(OpenRouter connection, ManagementKey key) -> {
                    trail.connected(
                            account,
                            ManagementKeys.describe(key),
                            connection.connection().managementKey());
                    yield poll(account, connection, context);
                }
                case Attempt.Fails(Reason reason, String message, Failure failure) ->
                    fail(account, reason, message, failure, context);
            };
        } catch (OpenRouterException trouble) {
            return fail(
                    account, RemoteTrouble.reason(trouble.failure()), trouble.getMessage(), trouble.failure(), context);
        }
    }

    private UpdateControl<OpenRouterAccount> poll(
            OpenRouterAccount account, OpenRouter connection, Context<OpenRouterAccount> context) {
        String name = account.getMetadata().getName();
        String wanted = account.getSpec().workspace();
        Optional<AccountPoll> poll =
                poller.poll(connection, wanted, account.getSpec().auditTrail() != null);
        if (poll.isEmpty()) {
            return fail(
                    account,
                    Reason.WORKSPACE_NOT_FOUND,
                    "spec.workspace '%s' is neither slug nor id of a workspace of this account".formatted(wanted),
                    null,
                    context);
        }
        AccountView view = views.refresh(account, connection, poll.get());
        registry.put(name, new Entry.Connected(view, deletesOrphans(account), pollInterval(account)));
        attempts.succeeded(name);
        AccountUpkeep.Result kept = upkeep.afterPoll(account, view);
        write(account, now -> statuses.connected(now, view, kept.census(), kept.retired()), context);
        return UpdateControl.<OpenRouterAccount>noUpdate().rescheduleAfter(pollInterval(account));
    }

    /** Others write this status too, between polls: what they wrote is kept, and a poll is not made again for it. */
    private void write(
            OpenRouterAccount account,
            Function<OpenRouterAccount, OpenRouterAccountStatus> status,
            Context<OpenRouterAccount> context) {
        try {
            StatusWriter.write(account, status.apply(account), context);
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refused;
            }
            store.change(account.getMetadata().getName(), status);
        }
    }

    /** An outage leaves the last view in place: published keys need no fresh one, and new ones fail by themselves. */
    private UpdateControl<OpenRouterAccount> fail(
            OpenRouterAccount account,
            Reason reason,
            String message,
            @Nullable Failure failure,
            Context<OpenRouterAccount> context) {
        String name = account.getMetadata().getName();
        meters.failed(name);
        boolean outage = failure != null && failure.isOutage();
        if (!outage || registry.view(name).isEmpty()) {
            registry.put(name, new Entry.Failing(message));
        }
        Duration pause = failure == null
                ? pollInterval(account)
                : RemoteTrouble.pause(failure, attempts.failed(name), clock.instant());
        write(account, now -> statuses.failing(now, reason, message), context);
        return UpdateControl.<OpenRouterAccount>noUpdate()
                .rescheduleAfter(pause.compareTo(pollInterval(account)) < 0 ? pause : pollInterval(account));
    }

    private static boolean deletesOrphans(OpenRouterAccount account) {
        return account.getSpec().orphans() != OrphanPolicy.REPORT;
    }

    private static Duration pollInterval(OpenRouterAccount account) {
        String text = account.getSpec().pollInterval();
        return text == null ? DEFAULT_POLL_INTERVAL : DurationText.parse(text).orElse(DEFAULT_POLL_INTERVAL);
    }
}
