package io.openrouteroperator.core.schedule;

/**
 * The key changes an account may make in one UTC day.
 *
 * @param perDay all of them
 * @param reservePercent share kept for revocation, healing and first keys
 */
public record ChangeQuota(int perDay, int reservePercent) {
    // A rotation is a create, a real limit, a disable and a delete; see the API page, section 2.
    private static final int CHANGES_OF_A_ROTATION = 4;

    /** How many keys may be replaced in a day. */
    public int rotationsPerDay() {
        return (int) ((long) perDay * (100 - reservePercent) / 100 / CHANGES_OF_A_ROTATION);
    }

    /** The smallest quota, in round hundreds, with the same reserve that lets so many keys be replaced in a day. */
    ChangeQuota forRotations(int rotationsPerDay) {
        // A reserve of everything leaves nothing, whatever the quota.
        int spendablePercent = Math.max(1, 100 - reservePercent);
        long changes = (long) rotationsPerDay * CHANGES_OF_A_ROTATION;
        long hundreds = Math.max(Math.ceilDiv(perDay, 100), Math.ceilDiv(changes, spendablePercent));
        return new ChangeQuota((int) hundreds * 100, reservePercent);
    }
}
