package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.report.ComplianceReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What ends: exemptions and attestations, the next to end first. */
final class Ends {
    /**
     * One of them.
     *
     * @param subject who is exempt, or the control that is vouched for
     * @param text the reason, or the evidence
     * @param by who vouches; empty for an exemption
     */
    public record End(String policy, String subject, String text, String by, Instant until, boolean ended) {}

    private Ends() {}

    static List<End> exemptions(ComplianceReport report) {
        return report.view().policies().stream()
                .flatMap(policy -> policy.admission().exemptions().stream()
                        .map(each -> new End(
                                policy.name(),
                                each.serviceAccount() == null
                                        ? each.namespace()
                                        : each.namespace() + "/" + each.serviceAccount(),
                                each.reason(),
                                "",
                                each.until(),
                                !report.at().isBefore(each.until()))))
                .sorted(Comparator.comparing(End::until))
                .toList();
    }

    static List<End> attestations(ComplianceReport report) {
        return report.view().policies().stream()
                .flatMap(policy -> policy.vouchers().stream()
                        .map(each -> new End(
                                policy.name(),
                                each.control(),
                                each.evidence(),
                                each.by(),
                                each.validUntil(),
                                each.expired(report.at()))))
                .sorted(Comparator.comparing(End::until))
                .toList();
    }
}
