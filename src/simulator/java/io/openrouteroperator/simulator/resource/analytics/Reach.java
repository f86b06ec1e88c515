package io.openrouteroperator.simulator.resource.analytics;

/** How far back something can be asked for; the longest comes first. */
enum Reach {
    /** Kept as sums of days. */
    YEAR(365, "date"),

    /** Known only of each single request, which is kept for a month. */
    MONTH(31, "created_at");

    private final int days;
    private final String timeColumn;

    Reach(int days, String timeColumn) {
        this.days = days;
        this.timeColumn = timeColumn;
    }

    /** The longest range of time, in days. */
    int days() {
        return days;
    }

    /** What the column of times is called, before {@code __} and the granularity. */
    String timeColumn() {
        return timeColumn;
    }
}
