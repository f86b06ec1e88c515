package io.openrouteroperator.proof.fleet.client;

/**
 * What the clients of one kind of reader saw.
 *
 * @param pods clients started
 * @param calls answered
 * @param succeeded calls answered as they should be
 * @param refused calls refused for their key (401, 403) while their pod was there
 * @param late calls refused for their key whose pod was gone already, although its client had not heard of it yet
 * @param other every other answer, and none
 */
public record Counts(long pods, long calls, long succeeded, long refused, long late, long other) {
    /** Nothing yet. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Counts plus(Counts more) {
        return new Counts(
                pods + more.pods,
                calls + more.calls,
                succeeded + more.succeeded,
                refused + more.refused,
                late + more.late,
                other + more.other);
    }
}
