package io.openrouteroperator.installation;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import java.util.Map;

/**
 * Everything a user has: a cluster, an OpenRouter account, and the operator between them.
 *
 * @param controlPlane the cluster
 * @param openRouter the account, simulated
 * @param operator the chart and its process
 */
public record Installation(ControlPlane controlPlane, Simulator openRouter, InstalledOperator operator)
        implements AutoCloseable {

    /** Looks often and gives up early, so that tests need not wait for either. */
    private static final Map<String, String> QUICK = Map.of(
            "OPENROUTER_OPERATOR_CATALOGUE_INTERVAL", "2s",
            "OPENROUTER_OPERATOR_DELETION_PATIENCE", "2s",
            "OPENROUTER_OPERATOR_SCAN_INTERVAL", "2s",
            "OPENROUTER_OPERATOR_USAGE_INTERVAL", "5s",
            "OPENROUTER_OPERATOR_USAGE_TODAY_INTERVAL", "3s",
            "OPENROUTER_OPERATOR_AUDIT_LOG_CHECKPOINT_INTERVAL", "1s");

    /** Installs the operator on a running cluster, with an account of its own; values of the chart as for {@code --set}. */
    public static Installation on(ControlPlane controlPlane, String... values) {
        Simulator openRouter = Simulator.start(SimulatorOptions.usual());
        try {
            return new Installation(controlPlane, openRouter, InstalledOperator.install(controlPlane, QUICK, values));
        } catch (RuntimeException e) {
            openRouter.close();
            throw e;
        }
    }

    @Override
    public void close() {
        operator.close();
        openRouter.close();
    }
}
