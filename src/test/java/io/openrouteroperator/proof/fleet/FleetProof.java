package io.openrouteroperator.proof.fleet;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The long form. Arguments: number of services, rotations of each; {@code sabotage} as a third one disables keys before their time,
 * which the clients must notice.
 */
public final class FleetProof {
    private FleetProof() {}

    /** The exit code is 0 only if no service noticed a rotation. */
    public static void main(String[] arguments) {
        try {
            System.exit(prove(plan(List.of(arguments))) ? 0 : 1);
        } catch (RuntimeException e) {
            // Threads of the harness would keep the JVM alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static FleetPlan plan(List<String> arguments) {
        FleetPlan plan = FleetPlan.thorough();
        if (arguments.size() > 1) {
            plan = plan.of(Integer.parseInt(arguments.get(0)), Integer.parseInt(arguments.get(1)));
        }
        return arguments.contains("sabotage") ? plan.sabotage() : plan;
    }

    private static boolean prove(FleetPlan plan) {
        long began = System.nanoTime();
        try (ControlPlane controlPlane = ControlPlane.start();
                Simulator openRouter = Simulator.start(SimulatorOptions.usual());
                InstalledOperator operator = InstalledOperator.install(controlPlane, Map.of())) {
            Installation installation = new Installation(controlPlane, openRouter, operator);
            FleetResult result = new Fleet(installation, plan, FleetProof::print).run();
            System.out.print(result.table());
            System.out.printf(
                    "%s seconds=%d%n",
                    result.line(), Duration.ofNanos(System.nanoTime() - began).toSeconds());
            return result.holds();
        }
    }

    private static void print(String line) {
        System.out.println(LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
