package io.openrouteroperator.core.condition;

/**
 * One condition as it should read now.
 *
 * @param type which condition
 * @param status true, false or unknown
 * @param reason why, in one word
 * @param message why, in a sentence that names the field and the fix where something is wrong
 */
public record ConditionValue(ConditionType type, Status status, Reason reason, String message) {
    /** The three values of metav1.ConditionStatus. */
    public enum Status {
        TRUE("True"),
        FALSE("False"),
        UNKNOWN("Unknown");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** The value as written in a status. */
        public String text() {
            return text;
        }
    }

    /** A condition that holds. */
    public static ConditionValue holds(ConditionType type, Reason reason, String message) {
        return new ConditionValue(type, Status.TRUE, reason, message);
    }

    /** A condition that does not hold. */
    public static ConditionValue fails(ConditionType type, Reason reason, String message) {
        return new ConditionValue(type, Status.FALSE, reason, message);
    }

    /** A condition that nobody can tell yet. */
    public static ConditionValue unknown(ConditionType type, Reason reason, String message) {
        return new ConditionValue(type, Status.UNKNOWN, reason, message);
    }
}
