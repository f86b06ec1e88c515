package io.openrouteroperator.usage;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.core.policy.compile.Fingerprint;
import io.openrouteroperator.storage.OwnConfigMaps;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Keeps what is known of each account over a restart, one ConfigMap per account. */
final class StateStore {
    private static final Logger LOG = Logger.getLogger(StateStore.class);
    private static final String ACCOUNT = "openrouter-operator.io/account";

    private final OwnConfigMaps store;

    StateStore(KubernetesClient client, String namespace) {
        this.store = new OwnConfigMaps(client, namespace);
    }

    /** What was written last; nothing for an account that is new. */
    AccountState read(String account) {
        return store.read(name(account), StateDocument.class, StateDocument::state)
                .orElseGet(AccountState::unknown);
    }

    /** Writes what is known now. Where there is too much of it, what is dropped is asked for again after a restart. */
    void write(String account, AccountState state) {
        StateDocument document = StateDocument.of(state);
        if (Stream.of(document, document.withoutToday(), document.ownersOnly())
                .noneMatch(each -> tryToWrite(account, each))) {
            LOG.warnf("account %s: what was found is too much to be kept over a restart", account);
        }
    }

    /** The account is gone. */
    void delete(String account) {
        store.delete(name(account));
    }

    private boolean tryToWrite(String account, StateDocument document) {
        return store.write(
                name(account),
                Map.of(UsageNames.MANAGED_BY, UsageNames.OPERATOR, UsageNames.COMPONENT, "usage"),
                Map.of(ACCOUNT, account),
                document);
    }

    private static String name(String account) {
        return "openrouter-usage-" + Fingerprint.shortOf(List.of(account));
    }
}
