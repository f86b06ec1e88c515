package io.openrouteroperator.demo;

import io.openrouteroperator.controlplane.audit.AuditEntries;
import io.openrouteroperator.controlplane.audit.AuditLog;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.simulator.Simulator;
import java.util.List;

/**
 * The demo in figures, counted by those who were asked: OpenRouter's own log and the audit log of kube-apiserver.
 *
 * @param keys at OpenRouter
 * @param guardrails at OpenRouter
 * @param calls that the operator and the service made to OpenRouter
 * @param changes those of them that asked for a change
 * @param clusterWrites by the operator's ServiceAccount
 * @param leaks places where a key was found in plain text
 */
record Summary(int keys, int guardrails, int calls, int changes, int clusterWrites, List<String> leaks) {
    private static final String SERVICE_ACCOUNT = "openrouter-operator";

    static Summary of(Stage stage) {
        Simulator openRouter = stage.openRouter();
        if (!openRouter.contractViolations().isEmpty()) {
            throw new DemoFailure(
                    "a call or an answer broke OpenRouter's contract: " + openRouter.contractViolations());
        }
        AuditEntries entries = stage.controlPlane().auditLog().since(AuditLog.Mark.START);
        return new Summary(
                openRouter.keys().size(),
                openRouter.guardrails().size(),
                openRouter.requestLog().entries().size(),
                openRouter.requestLog().writes().size(),
                entries.byServiceAccount(InstalledOperator.NAMESPACE, SERVICE_ACCOUNT)
                        .writes()
                        .count(),
                KeyMaterialSearch.places(stage));
    }

    void tell(Terminal terminal) {
        if (!leaks.isEmpty()) {
            throw new DemoFailure("a key stands in plain text in " + String.join(", ", leaks));
        }
        terminal.fact("At OpenRouter", "%d key, %d guardrails".formatted(keys, guardrails));
        terminal.fact("Calls to OpenRouter", "%d, of which %d changed something".formatted(calls, changes));
        terminal.fact("Writes to Kubernetes by the operator", Integer.toString(clusterWrites));
        terminal.fact("Plain keys outside the Secret", "none in " + String.join(", ", KeyMaterialSearch.PLACES));
    }
}
