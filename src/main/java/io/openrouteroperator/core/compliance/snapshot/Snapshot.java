package io.openrouteroperator.core.compliance.snapshot;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cluster at one moment, as far as a review asks.
 *
 * @param takenAt when it was read
 * @param scope which part of the cluster it shows
 * @param reports empty both when nothing was found and when the cluster keeps no reports
 * @param auditLog null when none is published
 * @param leaseRenewed when the leading replica was last alive, null when not known
 * @param webhookEdits in what the API server's webhook configuration differs from the installed one, null when not known
 * @param gaps what could not be read, each with the reason
 */
public record Snapshot(
        Instant takenAt,
        ReviewScope scope,
        List<ObservedNamespace> namespaces,
        List<ObservedAccount> accounts,
        List<ObservedPolicy> policies,
        List<ObservedKey> keys,
        List<ObservedWorkload> workloads,
        List<ObservedReport> reports,
        @Nullable PublishedLog auditLog,
        @Nullable Instant leaseRenewed,
        @Nullable List<String> webhookEdits,
        @Nullable PublishedProviders providers,
        Map<Source, String> gaps) {
    public Snapshot {
        namespaces = List.copyOf(namespaces);
        accounts = List.copyOf(accounts);
        policies = List.copyOf(policies);
        keys = List.copyOf(keys);
        workloads = List.copyOf(workloads);
        reports = List.copyOf(reports);
        webhookEdits = webhookEdits == null ? null : List.copyOf(webhookEdits);
        gaps = Map.copyOf(gaps);
    }

    /** The same for somebody who may not hear of other namespaces: what could not be read is said without the names in it. */
    public Snapshot withoutNamesInGaps() {
        Map<Source, String> nameless = new EnumMap<>(Source.class);
        gaps.keySet().forEach(source -> nameless.put(source, "not all of it could be read"));
        return withGaps(nameless);
    }

    /** The same with other words, or none, for what could not be read. */
    public Snapshot withGaps(Map<Source, String> others) {
        return new Snapshot(
                takenAt,
                scope,
                namespaces,
                accounts,
                policies,
                keys,
                workloads,
                reports,
                auditLog,
                leaseRenewed,
                webhookEdits,
                providers,
                others);
    }

    /** A policy by its name. */
    public Optional<ObservedPolicy> policy(@Nullable String name) {
        return policies.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** An account by its name. */
    public Optional<ObservedAccount> account(@Nullable String name) {
        return accounts.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
