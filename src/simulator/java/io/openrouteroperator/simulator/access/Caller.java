package io.openrouteroperator.simulator.access;

import io.openrouteroperator.simulator.account.ApiKey;

/** Who calls. */
public sealed interface Caller {

    /** Nobody we know: no key, or one that opens nothing. */
    record Unknown(String problem) implements Caller {}

    /**
     * Holder of a management key.
     *
     * @param label the masked key
     */
    record Manager(String label) implements Caller {}

    /** Holder of an inference key. */
    record Service(ApiKey key) implements Caller {}
}
