package io.openrouteroperator.proof;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.proof.gate.Gate;
import io.openrouteroperator.proof.gate.Guard;
import io.openrouteroperator.proof.gate.TrustedSockets;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import java.util.Map;

/**
 * An installation of its own with a gate before each server, for proofs that break what others would miss.
 *
 * @param installation cluster, simulated OpenRouter and operator
 * @param kubernetes the gate that all of the operator's requests to the API server pass
 * @param openRouter the gate of those accounts that are reached at its address
 */
public record ProvingGround(Installation installation, Gate kubernetes, Gate openRouter) implements AutoCloseable {
    /** Change of the catalogue is no part of any proof, and each read of it is one more place to die. */
    private static final Map<String, String> QUICK = Map.of("OPENROUTER_OPERATOR_CATALOGUE_INTERVAL", "1h");

    /** Starts everything; ready about ten seconds later. */
    public static ProvingGround start() {
        ControlPlane controlPlane = ControlPlane.start();
        try {
            Simulator simulator = Simulator.start(SimulatorOptions.usual().withDailyKeyChanges(1_000_000));
            Gate kubernetes = Gate.before(controlPlane.url(), TrustedSockets.trusting(controlPlane.authority()));
            Gate openRouter = Gate.before(simulator.baseUrl());
            InstalledOperator operator = InstalledOperator.installBehind(controlPlane, kubernetes.address(), QUICK);
            return new ProvingGround(new Installation(controlPlane, simulator, operator), kubernetes, openRouter);
        } catch (RuntimeException e) {
            controlPlane.close();
            throw e;
        }
    }

    /** Lets everything pass again. */
    public void open() {
        kubernetes.guardedBy(Guard.NONE);
        openRouter.guardedBy(Guard.NONE);
    }

    /** Nothing is uninstalled: the cluster is thrown away. */
    @Override
    public void close() {
        installation.operator().kill();
        kubernetes.close();
        openRouter.close();
        installation.openRouter().close();
        installation.controlPlane().close();
    }
}
