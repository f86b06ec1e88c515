package io.openrouteroperator.usage;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.background.BackgroundLoop;
import io.openrouteroperator.core.usage.ObservedAccount;
import io.openrouteroperator.core.usage.ObservedAccounts;
import io.openrouteroperator.core.usage.PassSchedule;
import io.openrouteroperator.core.usage.UsageSummary;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.governance.UsageBoard;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at all accounts every few seconds; each has a thread of its own, so that a sick or a large one never stalls the others. */
public final class UsageLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(UsageLoop.class);
    private static final Duration TICK = Duration.ofSeconds(2);

    private final ObservedAccounts accounts;
    private final KubernetesClient client;
    private final UsageTools tools;
    private final Map<String, AccountWatch> watches = new HashMap<>();
    private Map<String, UsageSummary> told = Map.of();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService passes = Executors.newVirtualThreadPerTaskExecutor();
    private final BackgroundLoop loop = new BackgroundLoop("usage", this::tick, TICK, TICK);

    UsageLoop(ObservedAccounts accounts, KubernetesClient client, UsageTools tools) {
        this.accounts = accounts;
        this.client = client;
        this.tools = tools;
    }

    /**
     * A loop over the accounts.
     *
     * @param histories where the revisions are kept that it judges by
     * @param namespace the operator's own
     * @param interval between two passes over one account
     * @param today between two looks at the day that is not over, null where nobody looks at it
     * @param days completed UTC days that are judged, 1 to 30
     */
    public static UsageLoop create(
            ObservedAccounts accounts,
            KubernetesClient client,
            HistoryStore histories,
            String namespace,
            UsageBoard board,
            EventRecorder events,
            MeterRegistry registry,
            Duration interval,
            @Nullable Duration today,
            int days,
            Clock clock) {
        return new UsageLoop(
                accounts,
                client,
                new UsageTools(
                        histories,
                        new StateStore(client, namespace),
                        new UsageReports(client),
                        board,
                        new UsageMeters(registry),
                        events,
                        new PassSchedule(interval),
                        today,
                        days,
                        clock));
    }

    /** Starts to look in the background. */
    public void start() {
        loop.start();
    }

    @Override
    public void close() {
        loop.close();
        passes.shutdownNow();
    }

    /** Has a look at every account that nobody looks at right now. */
    void tick() {
        List<ObservedAccount> all = accounts.all();
        all.forEach(this::look);
        forget(all.stream().map(ObservedAccount::name).collect(Collectors.toSet()));
        tell(tools.board().all());
    }

    /** Series are made anew only where they changed. */
    private void tell(Map<String, UsageSummary> known) {
        if (!known.equals(told)) {
            tools.meters().known(known);
            told = known;
        }
    }

    private void look(ObservedAccount account) {
        AccountWatch watch = watches.computeIfAbsent(account.name(), name -> new AccountWatch(tools, name));
        if (busy.add(account.name())) {
            var _ = passes.submit(() -> {
                try {
                    watch.look(account);
                } catch (RuntimeException e) {
                    LOG.errorf("usage of account %s could not be judged: %s", account.name(), e.getMessage());
                } finally {
                    busy.remove(account.name());
                }
            });
        }
    }

    /** An account that does not work now is not gone. */
    private void forget(Set<String> present) {
        for (Map.Entry<String, AccountWatch> each : Map.copyOf(watches).entrySet()) {
            String name = each.getKey();
            if (!present.contains(name) && !busy.contains(name) && isGone(name)) {
                each.getValue().end();
                watches.remove(name);
            }
        }
    }

    private boolean isGone(String account) {
        return client.resources(OpenRouterAccount.class).withName(account).get() == null;
    }
}
