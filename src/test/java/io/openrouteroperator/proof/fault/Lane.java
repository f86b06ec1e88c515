package io.openrouteroperator.proof.fault;

import static io.openrouteroperator.proof.Hand.SERVICE;

import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.proof.Hand;
import io.openrouteroperator.proof.Invariants;
import io.openrouteroperator.proof.ProvingGround;
import io.openrouteroperator.proof.Waiting;
import io.openrouteroperator.reconcile.Readiness;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import io.openrouteroperator.simulator.fault.Fault;
import io.openrouteroperator.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An OpenRouter of its own for one life at a time, so that lives with different troubles go on side by side under one operator. */
final class Lane implements AutoCloseable {
    private static final String CLASS = """
            - name: internal
              providers: {allow: [openai, anthropic]}
              limit: {maxUsd: 100, reset: Monthly}
              rotation: {overlap: {min: 1s, max: 2m}}
            """;
    /** The longest that a step of a life may take: a timeout, repeated, and the pauses between. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final int MORE_THAN_A_PAGE = 120;

    private final Installation installation;
    private final ClusterTroubles clusterTroubles;
    private final Simulator openRouter;
    private final Hand hand;

    Lane(ProvingGround ground, ClusterTroubles clusterTroubles) {
        this.openRouter = Simulator.start(SimulatorOptions.usual().withDailyKeyChanges(1_000_000));
        this.installation = new Installation(
                ground.installation().controlPlane(),
                openRouter,
                ground.installation().operator());
        this.clusterTroubles = clusterTroubles;
        this.hand = new Hand(openRouter);
        for (int key = 0; key < MORE_THAN_A_PAGE; key++) {
            openRouter.dashboard().createKey("another's " + key);
        }
    }

    /** A life with one trouble in it. */
    FaultRow live(Cell cell) {
        String[] call = cell.effect().name().split(" ", 2);
        int before = openRouter.requestLog().count(call[0], call[1]);
        return switch (cell.trouble()) {
            case Trouble.AtOpenRouter trouble -> {
                openRouter.faults().clear();
                for (Fault fault : trouble.faults()) {
                    openRouter.faults().add(new FaultRule(call[0], call[1], 1, trouble.times(), fault));
                }
                FaultRow row = new Life(cell).live(tenant -> {});
                yield row.met(openRouter.requestLog().count(call[0], call[1]) > before);
            }
            case Trouble.InCluster trouble -> {
                List<ClusterTroubles.Active> active = new ArrayList<>();
                FaultRow row = new Life(cell)
                        .live(tenant -> active.add(clusterTroubles.add(tenant.name(), cell.effect(), trouble)));
                active.forEach(clusterTroubles::remove);
                yield row.met(active.getFirst().hits() > 0);
            }
        };
    }

    /** A life without a trouble of its own, for outages that everybody has. */
    FaultRow live(String name) {
        return new Life(name).live(tenant -> {}).met(true);
    }

    /** How many keys were asked for here so far. */
    int creations() {
        return openRouter.requestLog().count("POST", "/keys");
    }

    @Override
    public void close() {
        openRouter.close();
    }

    /** What every service goes through: an account, a policy, a key, another key, and the end. */
    private final class Life {
        private final String name;
        private final boolean consumed;
        private final boolean forgotten;
        private final List<String> violations = new ArrayList<>();

        Life(Cell cell) {
            this.name = cell.toString();
            this.consumed = cell.effect().name().endsWith("deployments");
            this.forgotten = cell.leavesToJanitor();
        }

        Life(String name) {
            this.name = name;
            this.consumed = false;
            this.forgotten = false;
        }

        FaultRow live(Consumer<Tenant> whenBorn) {
            long began = System.nanoTime();
            try (Tenant tenant = Tenant.create(installation, "life", CLASS)) {
                whenBorn.accept(tenant);
                Invariants invariants = new Invariants(openRouter, tenant, SERVICE);
                insist("request", () -> request(tenant));
                reach("first key", () -> provided(tenant, invariants, 1));
                insist("consumer", () -> consume(tenant));
                insist("rotate", () -> hand.annotate(tenant, "rotate"));
                reach("second key", () -> provided(tenant, invariants, 2));
                openRouter.faults().clear();
                insist("delete", () -> hand.delete(tenant));
                reach(
                        "end",
                        () -> tenant.exists(SERVICE) ? List.of("the object is still there") : rest(invariants.gone()));
            } catch (RuntimeException e) {
                violations.add("the life broke off: " + e.getMessage());
            }
            violations.addAll(openRouter.contractViolations());
            return new FaultRow(
                    name, true, Duration.ofNanos(System.nanoTime() - began).toSeconds(), List.copyOf(violations));
        }

        private void request(Tenant tenant) {
            hand.request(tenant);
        }

        private void consume(Tenant tenant) {
            if (consumed) {
                hand.provideConsumer(tenant);
            }
        }

        private List<String> provided(Tenant tenant, Invariants invariants, int serial) {
            String ready = Readiness.of(tenant.key(SERVICE));
            if (!ready.equals("True/Provisioned") || !hand.settledFrom(tenant, serial)) {
                return List.of("key " + serial + " is not at rest: " + ready);
            }
            return rest(invariants.resting());
        }

        /** The janitor comes later than a proof can wait; that the key carries our name is how it was found here. */
        private List<String> rest(List<String> found) {
            return forgotten
                    ? found.stream()
                            .filter(violation -> !violation.startsWith("O:"))
                            .toList()
                    : found;
        }

        private void reach(String what, Supplier<List<String>> standing) {
            if (!violations.isEmpty()) {
                return;
            }
            List<String> last = new ArrayList<>();
            Waiting.until(PATIENCE, () -> {
                last.clear();
                last.addAll(look(standing));
                return last.isEmpty();
            });
            last.forEach(violation -> violations.add(what + ": " + violation));
        }

        private List<String> look(Supplier<List<String>> standing) {
            try {
                return standing.get();
            } catch (RuntimeException unanswered) {
                return List.of("the API server does not answer: " + unanswered.getMessage());
            }
        }

        /** Does what a person does, who tries again while the API server is away. */
        private void insist(String what, Runnable deed) {
            reach(what, () -> {
                deed.run();
                return List.of();
            });
        }
    }
}
