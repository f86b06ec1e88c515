package io.openrouteroperator.usage;

import io.openrouteroperator.controlplane.audit.AuditLog;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.simulator.Simulator;
import java.util.List;
import java.util.Set;

/**
 * What the operator does to know what a tenant's services were served: the questions that it asks, and what it writes while it asks.
 *
 * @param installation with an account that is the tenant's alone
 */
record UsageQuestions(Installation installation, Tenant tenant) {
    /** What the installation keeps for itself; facts of providers are published once, half a minute after its start. */
    private static final Set<String> OF_THE_INSTALLATION =
            Set.of("openrouter-operator", "openrouter-operator-providers");

    /** Waits until so many passes more were made over completed days; one call of each is about the whole account. */
    void awaitPasses(int passes) {
        int before = passes();
        tenant.await(passes + " passes", () -> passes() >= before + passes + 1);
    }

    /** Waits until today was looked at so many times more. */
    void awaitLooksAtToday(int looks) {
        int before = looksAtToday();
        tenant.await(looks + " looks at today", () -> looksAtToday() >= before + looks + 1);
    }

    /** Those writes that usage could be behind: the scan writes about what other tests leave, and reports of its own. */
    List<String> writesSince(AuditLog.Mark mark) {
        Set<String> ours = Set.of("", tenant.name(), InstalledOperator.NAMESPACE);
        return installation
                .controlPlane()
                .auditLog()
                .since(mark)
                .byServiceAccount(InstalledOperator.NAMESPACE, "openrouter-operator")
                .writes()
                .where(entry -> !"leases".equals(entry.resource()))
                .where(entry -> !OF_THE_INSTALLATION.contains(entry.name()))
                .where(entry -> ours.contains(entry.namespace()))
                .list()
                .stream()
                .map(Object::toString)
                .toList();
    }

    private int passes() {
        return (int) openRouter().requestLog().matching("GET", "/activity").stream()
                .filter(request -> !request.query().contains("api_key_hash"))
                .count();
    }

    private int looksAtToday() {
        return openRouter().requestLog().count("POST", "/analytics/query");
    }

    private Simulator openRouter() {
        return installation.openRouter();
    }
}
