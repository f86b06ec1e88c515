package io.openrouteroperator.usage;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.policy.compile.Fingerprint;
import io.openrouteroperator.core.usage.FindingPlace;
import io.openrouteroperator.core.usage.KeyOwner;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.RememberedKeys.Former;
import io.openrouteroperator.core.usage.Served;
import io.openrouteroperator.core.usage.TodayReading;
import io.openrouteroperator.core.usage.UnmanagedCaller;
import io.openrouteroperator.core.usage.UsageSummary;
import io.openrouteroperator.storage.OwnConfigMaps;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of each account over a restart, one ConfigMap per account. */
final class StateStore {
    private static final Logger LOG = Logger.getLogger(StateStore.class);
    private static final String ACCOUNT = "openrouter-operator.io/account";

    /** Requests by what they are counted by. */
    record Requests(Served served, long requests) {}

    /** Findings by where they are. */
    record Findings(FindingPlace place, int count) {}

    /** A key that is gone. */
    record Gone(String hash, KeyOwner owner, LocalDate lastSeen) {}

    /** The figures of a pass; earlier versions wrote nothing of today. */
    record Pass(
            LocalDate through,
            int days,
            @Nullable TodayReading today,
            List<Requests> served,
            List<Findings> findings,
            List<UnmanagedCaller> unmanaged,
            int unmanagedKeys,
            long unexplained) {}

    /** All of it. */
    record Document(@Nullable Pass pass, List<Gone> gone) {}

    private final OwnConfigMaps store;

    StateStore(KubernetesClient client, String namespace) {
        this.store = new OwnConfigMaps(client, namespace);
    }

    /** What was written last; nothing for an account that is new. */
    AccountState read(String account) {
        return store.read(name(account), Document.class, StateStore::state).orElseGet(AccountState::unknown);
    }

    /** Writes what is known now. Where there is too much of it, a pass is made again after a restart, and keys are forgotten. */
    void write(String account, AccountState state) {
        boolean written = tryToWrite(account, document(state))
                || tryToWrite(account, new Document(null, gone(state.remembered())));
        if (!written) {
            LOG.warnf("account %s: what was found is too much to be kept over a restart", account);
        }
    }

    /** The account is gone. */
    void delete(String account) {
        store.delete(name(account));
    }

    private boolean tryToWrite(String account, Document document) {
        return store.write(
                name(account),
                Map.of(UsageNames.MANAGED_BY, UsageNames.OPERATOR, UsageNames.COMPONENT, "usage"),
                Map.of(ACCOUNT, account),
                document);
    }

    static Document document(AccountState state) {
        UsageSummary summary = state.summary();
        return new Document(summary == null ? null : pass(summary), gone(state.remembered()));
    }

    private static Pass pass(UsageSummary summary) {
        return new Pass(
                summary.through(),
                summary.days(),
                summary.today(),
                summary.served().entrySet().stream()
                        .map(each -> new Requests(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(each -> each.served().toString()))
                        .toList(),
                summary.findings().entrySet().stream()
                        .map(each -> new Findings(each.getKey(), each.getValue()))
                        .toList(),
                summary.unmanaged(),
                summary.unmanagedKeys(),
                summary.unexplained());
    }

    private static List<Gone> gone(RememberedKeys remembered) {
        return remembered.owners().entrySet().stream()
                .map(each -> new Gone(
                        each.getKey().value(),
                        each.getValue().owner(),
                        each.getValue().lastSeen()))
                .sorted(Comparator.comparing(Gone::hash))
                .toList();
    }

    static AccountState state(Document document) {
        Pass pass = document.pass();
        return new AccountState(
                pass == null ? null : summary(pass),
                new RememberedKeys(document.gone().stream()
                        .collect(Collectors.toMap(
                                gone -> new KeyHash(gone.hash()), gone -> new Former(gone.owner(), gone.lastSeen())))));
    }

    private static UsageSummary summary(Pass pass) {
        return new UsageSummary(
                pass.through(),
                pass.days(),
                Objects.requireNonNullElse(pass.today(), TodayReading.NOT_READ),
                pass.served().stream().collect(Collectors.toMap(Requests::served, Requests::requests)),
                pass.findings().stream().collect(Collectors.toMap(Findings::place, Findings::count)),
                pass.unmanaged(),
                pass.unmanagedKeys(),
                pass.unexplained());
    }

    private static String name(String account) {
        return "openrouter-usage-" + Fingerprint.shortOf(List.of(account));
    }
}
