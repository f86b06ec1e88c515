package io.openrouteroperator.leak;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.background.Errands;
import io.openrouteroperator.background.Lately;
import io.openrouteroperator.core.admission.ForeignKey;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.reconcile.account.AccountConnector;
import io.openrouteroperator.reconcile.account.AccountConnector.Attempt;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Asks OpenRouter, beside the requests that found them, whose a key is that no object owns, and tells it on the account: only there can
 * it be found and deleted. A key is asked for once in ten minutes, wherever else it is found meanwhile.
 */
public final class ForeignKeyDesk implements AutoCloseable {
    static final String METRIC = "openrouter.foreign.keys";

    private static final Logger LOG = Logger.getLogger(ForeignKeyDesk.class);

    private final KubernetesClient client;
    private final AccountConnector connector;
    private final EventRecorder events;
    private final MeterRegistry registry;
    private final Lately<ForeignKey> lately;
    private final Errands errands = new Errands("foreign-keys");

    /** By account; touched by the errands' thread alone. */
    private final Map<String, OpenRouter> connections = new HashMap<>();

    /** A desk that asks every account of the cluster that {@code client} reaches. */
    public ForeignKeyDesk(
            KubernetesClient client,
            AccountConnector connector,
            EventRecorder events,
            MeterRegistry registry,
            Clock clock) {
        this.client = client;
        this.connector = connector;
        this.events = events;
        this.registry = registry;
        this.lately = new Lately<>(clock);
    }

    /** A key was found; returns at once. */
    void found(ForeignKey foreign, String where) {
        if (lately.isNew(foreign) && !errands.accept(() -> lookUp(foreign, where))) {
            lately.forget(foreign);
            LOG.warnf("the key found at %s was not looked up; too many keys to look up at once", where);
        }
    }

    @Override
    public void close() {
        errands.close();
    }

    private void lookUp(ForeignKey foreign, String where) {
        try {
            boolean known = false;
            for (OpenRouterAccount account :
                    client.resources(OpenRouterAccount.class).list().getItems()) {
                Optional<RemoteKey> key = find(account, foreign);
                key.ifPresent(each -> tell(account, each, where));
                known |= key.isPresent();
            }
            registry.counter(METRIC, "account", known ? "known" : "unknown").increment();
        } catch (OpenRouterException | KubernetesClientException e) {
            lately.forget(foreign);
            LOG.warnf("whose the key found at %s is could not be asked: %s", where, e.getMessage());
        }
    }

    /** An account that does not work says so itself. */
    private Optional<RemoteKey> find(OpenRouterAccount account, ForeignKey foreign) {
        String name = account.getMetadata().getName();
        if (connector.connect(account, Optional.ofNullable(connections.get(name)))
                instanceof Attempt.Works(OpenRouter connection, var _)) {
            connections.put(name, connection);
            return connection.findKey(foreign.hash());
        }
        return Optional.empty();
    }

    private void tell(OpenRouterAccount account, RemoteKey key, String where) {
        String note = "key \"%s\" (%s, %s) of this account, which no OpenRouterKey owns, was found at %s: %s"
                .formatted(
                        key.name(),
                        key.label(),
                        key.disabled() ? "disabled" : "it works",
                        where,
                        "let its user ask for an OpenRouterKey, and delete this one at OpenRouter");
        LOG.warnf("OpenRouterAccount %s: %s", account.getMetadata().getName(), note);
        events.warning(account, Reason.FOREIGN_KEY_FOUND, note);
    }
}
