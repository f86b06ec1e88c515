package io.openrouteroperator.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.compliance.snapshot.ObservedAccount;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.ObservedNamespace;
import io.openrouteroperator.core.compliance.snapshot.ObservedPolicy;
import io.openrouteroperator.core.compliance.snapshot.ObservedReport;
import io.openrouteroperator.core.compliance.snapshot.ObservedWorkload;
import io.openrouteroperator.core.compliance.snapshot.PublishedLog;
import io.openrouteroperator.core.compliance.snapshot.PublishedProviders;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.compliance.snapshot.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes objects in any order, and makes a snapshot of them. */
public final class SnapshotBuilder {
    private final List<ObservedNamespace> namespaces = new ArrayList<>();
    private final List<ObservedAccount> accounts = new ArrayList<>();
    private final List<ObservedPolicy> policies = new ArrayList<>();
    private final List<ObservedKey> keys = new ArrayList<>();
    private final List<ObservedWorkload> workloads = new ArrayList<>();
    private final List<ObservedReport> reports = new ArrayList<>();
    private final Map<Source, String> gaps = new EnumMap<>(Source.class);
    private final MessageDigest digest = sha256();
    private final Consumer<String> recorder;
    private @Nullable PublishedLog auditLog;
    private @Nullable Instant leaseRenewed;
    private @Nullable PublishedProviders providers;
    private final WebhookComparison webhook = new WebhookComparison();

    /** A builder that hands over each line of what it kept, as a saved snapshot has it. */
    public SnapshotBuilder(Consumer<String> recorder) {
        this.recorder = recorder;
    }

    /** Takes an object over; one that a review does not ask for is passed over, one that does not fit its definition leaves a gap. */
    public void add(JsonNode object) {
        ReducedObject.of(object).ifPresent(this::take);
    }

    /** Says that a source could not be read completely. */
    public void gap(Source source, String reason) {
        gaps.putIfAbsent(source, reason);
    }

    private void take(ObjectNode reduced) {
        String line = reduced + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        recorder.accept(line);
        Source source = source(reduced);
        try {
            read(source, reduced);
        } catch (RuntimeException e) {
            gap(
                    source,
                    "%s %s does not fit its definition"
                            .formatted(
                                    reduced.path("kind").asText(),
                                    reduced.at("/metadata/name").asText()));
        }
    }

    private static Source source(JsonNode object) {
        return switch (object.path("kind").asText()) {
            case "Namespace" -> Source.NAMESPACES;
            case "OpenRouterAccount" -> Source.ACCOUNTS;
            case "OpenRouterPolicy" -> Source.POLICIES;
            case "OpenRouterKey" -> Source.KEYS;
            case "PolicyReport", "Report" -> Source.REPORTS;
            case "ConfigMap" -> configMap(object);
            case "ValidatingWebhookConfiguration" -> Source.WEBHOOK;
            case "Lease" -> Source.LEASE;
            default -> Source.WORKLOADS;
        };
    }

    private static Source configMap(JsonNode object) {
        if (WebhookComparison.isInstalled(object)) {
            return Source.WEBHOOK;
        }
        return ProviderDocument.isOne(object) ? Source.PROVIDERS : Source.AUDIT_LOG;
    }

    private void read(Source source, JsonNode object) {
        switch (source) {
            case NAMESPACES -> namespaces.add(ClusterObjectReader.namespace(object));
            case ACCOUNTS -> accounts.add(ObservedAccountMapper.account(object));
            case POLICIES -> policies.add(ObservedPolicyMapper.policy(object));
            case KEYS -> keys.add(ObservedKeyMapper.key(object));
            case REPORTS -> reports.add(ObservedReportReader.report(object));
            case AUDIT_LOG -> auditLog = PublishedLogReader.log(object);
            case LEASE -> leaseRenewed = ClusterObjectReader.renewed(object);
            case WEBHOOK -> webhook.add(object);
            case PROVIDERS -> providers = ProviderDocument.read(object);
            case WORKLOADS -> workloads.add(ClusterObjectReader.workload(object));
        }
    }

    /** The snapshot; workloads that read none of the Secrets in question are left out. */
    public Snapshot build(Instant takenAt) {
        Set<String> asked = keys.stream()
                .map(key -> key.name().namespace() + "/" + key.secret())
                .collect(Collectors.toCollection(HashSet::new));
        accounts.forEach(account -> account.managementSecrets().forEach(secret -> asked.add(secret.toString())));
        return new Snapshot(
                takenAt,
                ReviewScope.EVERYTHING,
                namespaces,
                accounts,
                policies,
                keys,
                workloads.stream().flatMap(each -> cut(each, asked).stream()).toList(),
                reports,
                auditLog,
                leaseRenewed,
                webhook.edits(),
                providers,
                gaps);
    }

    private static Optional<ObservedWorkload> cut(ObservedWorkload workload, Set<String> asked) {
        Set<String> read = workload.secrets().stream()
                .filter(secret -> asked.contains(workload.namespace() + "/" + secret))
                .collect(Collectors.toSet());
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObservedWorkload(
                        workload.kind(), workload.namespace(), workload.name(), workload.serviceAccount(), read));
    }

    /** SHA-256 over the lines so far, in hexadecimal. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
