package io.openrouteroperator.scan;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.background.BackgroundLoop;
import io.openrouteroperator.core.admission.ExposureListener;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.admission.RulePages;
import io.openrouteroperator.core.scan.Finding;
import io.openrouteroperator.core.scan.FindingResult;
import io.openrouteroperator.core.scan.FindingSubject;
import io.openrouteroperator.core.scan.NamespaceOutcome;
import io.openrouteroperator.core.scan.PolicyFindings;
import io.openrouteroperator.core.scan.ScanSchedule;
import io.openrouteroperator.governance.FindingsBoard;
import io.openrouteroperator.governance.GovernanceCache;
import io.openrouteroperator.governance.KubernetesContentLookup;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.listing.ObjectPages;
import io.openrouteroperator.policyreport.ReportFormat;
import io.openrouteroperator.policyreport.ReportWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Looks at governed namespaces one after the other, each when it is due. A namespace that cannot be read stops no other one, and what
 * was found there earlier stands until it can. Nothing is kept over a restart: the reports remember since when a finding is known.
 */
public final class ScanLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ScanLoop.class);
    /** An object has up to 1.5 MiB: a page of the largest ones fits into the operator's memory many times. */
    private static final int PAGE = 10;

    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final GovernanceCache governance;
    private final BooleanSupplier ready;
    private final NamespaceReader reader;
    private final ReportWriter reports;
    private final ReportResults results;
    private final FindingsBoard board;
    private final ScanMeters meters;
    private final ExposureListener exposures;
    private final ScanSchedule schedule;
    private final Clock clock;
    private final Map<String, NamespaceOutcome> known = new HashMap<>();
    private final Map<String, Instant> failed = new HashMap<>();
    private Set<String> reported = Set.of();
    private final BackgroundLoop loop = new BackgroundLoop("scan", this::tick, TICK, TICK);

    /** @param ready whether {@code governance} knows everything; nothing is scanned before */
    ScanLoop(
            GovernanceCache governance,
            BooleanSupplier ready,
            NamespaceReader reader,
            ReportWriter reports,
            ReportResults results,
            FindingsBoard board,
            ScanMeters meters,
            ExposureListener exposures,
            ScanSchedule schedule,
            Clock clock) {
        this.governance = governance;
        this.ready = ready;
        this.reader = reader;
        this.reports = reports;
        this.results = results;
        this.board = board;
        this.meters = meters;
        this.exposures = exposures;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * A loop over the cluster that {@code client} reaches.
     *
     * @param interval between two looks at one namespace
     * @param secrets whether Secrets are listed too; the operator needs the right to
     */
    public static ScanLoop create(
            KubernetesClient client,
            GovernanceCache governance,
            BooleanSupplier ready,
            FindingsBoard board,
            MeterRegistry registry,
            ExposureListener exposures,
            RulePages pages,
            Duration interval,
            boolean secrets,
            Clock clock) {
        NamespaceReader reader = new NamespaceReader(
                new ObjectPages(client, PAGE)::forEach,
                new KubernetesContentLookup(client),
                governance,
                kinds(secrets),
                clock);
        return new ScanLoop(
                governance,
                ready,
                reader,
                new ReportWriter(client, ReportResults.NAME),
                new ReportResults(pages),
                board,
                new ScanMeters(registry),
                exposures,
                new ScanSchedule(interval, RETRY),
                clock);
    }

    /** Everything that is read; Secrets only where the operator was given the right to list them. */
    static List<ObjectKind> kinds(boolean secrets) {
        Stream<ObjectKind> stored =
                secrets ? Stream.of(ObjectKind.CONFIG_MAP, ObjectKind.SECRET) : Stream.of(ObjectKind.CONFIG_MAP);
        return Stream.concat(ObjectKind.WORKLOADS.stream(), stored).toList();
    }

    /** Starts to scan in the background. */
    public void start() {
        loop.start();
    }

    @Override
    public void close() {
        loop.close();
    }

    /** Looks at what is due. */
    void tick() {
        if (ready.getAsBoolean()) {
            pass(governance.governed());
        }
    }

    private void pass(Map<String, List<GoverningPolicy>> governed) {
        known.keySet().retainAll(governed.keySet());
        failed.keySet().retainAll(governed.keySet());
        List<String> due = schedule.due(governed, known, failed, clock.instant());
        if (!due.isEmpty() || !reported.equals(governed.keySet())) {
            Optional<ReportFormat> format = reports.format();
            due.forEach(namespace -> look(namespace, format));
            format.ifPresent(present -> reports.keepOnly(present, governed.keySet()));
            reported = new HashSet<>(governed.keySet());
            meters.known(known.values());
        }
        board.publish(PolicyFindings.byPolicy(governed, known));
    }

    private void look(String namespace, Optional<ReportFormat> format) {
        Instant begin = clock.instant();
        try {
            NamespaceOutcome outcome = reader.read(namespace);
            format.ifPresent(present -> reports.write(present, namespace, results.of(outcome)));
            known.put(namespace, outcome);
            tellExposed(outcome);
            failed.remove(namespace);
            meters.looked(Duration.between(begin, clock.instant()));
        } catch (ScanFailedException | KubernetesClientException e) {
            LOG.warnf("namespace %s could not be scanned, trying again: %s", namespace, e.getMessage());
            failed.put(namespace, begin);
            meters.failed();
        }
    }

    private void tellExposed(NamespaceOutcome outcome) {
        for (Finding finding : outcome.findings()) {
            if (finding.result() != FindingResult.SKIP) {
                FindingSubject subject = finding.subject();
                exposures.tell(
                        List.of(finding.violation()),
                        "%s %s/%s".formatted(subject.kind(), subject.namespace(), subject.name()));
            }
        }
    }
}
