package io.openrouteroperator.proof.crash;

import io.openrouteroperator.reconcile.Tenant;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A story of a key's life: from a world at rest, one thing happens, and the operator brings the world to rest again.
 *
 * @param classifications of the policy that governs the service
 * @param provided whether the service has its key when the story begins
 * @param act what happens
 * @param arrived whether the world is where the story ends, as far as only this story knows
 * @param end what must hold there
 */
record Scenario(
        String name,
        String classifications,
        boolean provided,
        Consumer<Tenant> act,
        Predicate<Tenant> arrived,
        End end) {
    /** The name of the service that all stories are about. */
    static final String SERVICE = "service";

    /** How a story ends. */
    enum End {
        /** The service has a key that works. */
        PROVIDED,
        /** The service has a key, disabled because its class allows nothing. */
        WITHDRAWN,
        /** The object is gone and so is every key. */
        GONE
    }

    @Override
    public String toString() {
        return name;
    }
}
