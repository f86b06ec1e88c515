package io.openrouteroperator.proof.fleet;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How large a fleet is, and what happens to it.
 *
 * @param name of the fleet, its account and its policy
 * @param services how many
 * @param rotations of each service; the operator makes at most five keys an hour for one object
 * @param together how many services may be asked to rotate at a time
 * @param killed whether the operator dies half-way
 * @param sabotaged whether the harness disables each earlier key as soon as the next one is published, which clients must notice
 * @param limit for the whole run
 */
record FleetPlan(
        String name, int services, int rotations, int together, boolean killed, boolean sabotaged, Duration limit) {
    static final Duration OVERLAP_MIN = Duration.ofSeconds(6);
    static final Duration OVERLAP_MAX = Duration.ofSeconds(90);

    private static final int IN_A_NAMESPACE = 10;

    /** Two rotations of each of a few services, at the side of other tests. */
    static FleetPlan brief(String name) {
        return new FleetPlan(name, 8, 2, 8, true, false, Duration.ofSeconds(150));
    }

    /** Four rotations of each of 252 services. */
    static FleetPlan thorough() {
        return new FleetPlan("fleet", 252, 4, 30, true, false, Duration.ofMinutes(40));
    }

    FleetPlan of(int count, int each) {
        return new FleetPlan(name, count, each, together, killed, sabotaged, limit);
    }

    /** With keys disabled before their time. */
    FleetPlan sabotage() {
        return new FleetPlan(name, services, rotations, together, killed, true, limit);
    }

    int wantedRotations() {
        return services * rotations;
    }

    List<Service> members() {
        return IntStream.range(0, services)
                .mapToObj(number -> Service.of(name, number, name + "-" + number / IN_A_NAMESPACE))
                .toList();
    }

    List<String> namespaces() {
        return members().stream().map(Service::namespace).distinct().toList();
    }
}
