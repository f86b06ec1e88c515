package io.openrouteroperator.usage;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.core.policy.compile.Fingerprint;
import io.openrouteroperator.core.usage.NamespaceFindings;
import io.openrouteroperator.policyreport.ReportFormat;
import io.openrouteroperator.policyreport.ReportWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Tells each namespace what was served to its services outside of the policy; one that has nothing to hear has no report. */
final class UsageReports {
    private static final Logger LOG = Logger.getLogger(UsageReports.class);

    /** Names of reports are labels of dashboards: 63 characters. */
    private static final int LONGEST_NAME = 63;

    private final KubernetesClient client;

    UsageReports(KubernetesClient client) {
        this.client = client;
    }

    /** Writes all findings of an account; a namespace that cannot be told stops no other one. */
    void write(String account, Map<String, NamespaceFindings> findings, Instant at) {
        ReportWriter writer = new ReportWriter(client, name(account));
        Optional<ReportFormat> format = writer.format();
        if (format.isEmpty()) {
            return;
        }
        findings.forEach((namespace, found) -> {
            try {
                writer.write(format.get(), namespace, new UsageResults(found, at));
            } catch (KubernetesClientException refused) {
                LOG.warnf("findings in namespace %s were not reported: %s", namespace, refused.getMessage());
            }
        });
        writer.keepOnly(format.get(), findings.keySet());
    }

    /** Takes all reports of an account away. */
    void withdraw(String account) {
        ReportWriter writer = new ReportWriter(client, name(account));
        writer.format().ifPresent(format -> writer.keepOnly(format, Set.of()));
    }

    static String name(String account) {
        String name = UsageNames.REPORT_PREFIX + "-" + account;
        return name.length() <= LONGEST_NAME
                ? name
                : UsageNames.REPORT_PREFIX + "-" + Fingerprint.shortOf(List.of(account));
    }
}
