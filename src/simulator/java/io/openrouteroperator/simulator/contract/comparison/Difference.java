package io.openrouteroperator.simulator.contract.comparison;

/**
 * One point at which the official description and our contract disagree.
 *
 * @param where operation, part and field, such as {@code GET /keys 200 /data/[]/limit}
 * @param what the disagreement, official side first
 */
record Difference(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
