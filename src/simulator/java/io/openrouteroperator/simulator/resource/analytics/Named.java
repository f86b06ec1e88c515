package io.openrouteroperator.simulator.resource.analytics;

import io.openrouteroperator.simulator.http.Refusal;
import java.util.Arrays;

/** Something that queries name and {@code /analytics/meta} lists. */
interface Named {

    String wireName();

    /**
     * The one of a name.
     *
     * @param field where in the query the name stands
     * @throws Refusal naming the field, if there is none
     */
    static <N extends Named> N of(N[] all, String name, String field) {
        return Arrays.stream(all)
                .filter(one -> one.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest(
                        "Invalid " + field + ": unknown name \"" + name + "\", see GET /analytics/meta"));
    }
}
