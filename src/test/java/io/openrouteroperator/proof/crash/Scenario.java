package io.openrouteroperator.proof.crash;

import io.openrouteroperator.reconcile.Tenant;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A story of a key's life: from a world at rest, one thing happens, and the operator brings the world to rest again.
 *
 * @param classifications of the policy that governs the service
 * @param given makes the world that the story begins in
 * @param act what happens
 * @param arrived whether the world is where the story ends, as far as only this story knows
 * @param end what must hold there
 * @param steady whether the key in the Secret works at every moment; false where the story begins with one that is unguarded
 */
record Scenario(
        String name,
        String classifications,
        Consumer<Tenant> given,
        Consumer<Tenant> act,
        Predicate<Tenant> arrived,
        End end,
        boolean steady) {
    /** How a story ends. */
    enum End {
        /** The service has a key that works. */
        PROVIDED,
        /** The service has a key, disabled because its class allows nothing. */
        WITHDRAWN,
        /** The object is gone and so is every key. */
        GONE
    }

    /** The same about a key that does not work, or is not guarded, when the story begins. */
    Scenario unsteady() {
        return new Scenario(name, classifications, given, act, arrived, end, false);
    }

    @Override
    public String toString() {
        return name;
    }
}
