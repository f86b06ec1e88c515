package io.openrouteroperator.core.compliance;

/** The answer to a control. */
public enum ControlState {
    /** Configured and observed as asked. */
    PASS("pass"),
    /** Something observed contradicts it, or a person's word for it has expired. */
    FAIL("fail"),
    /** A person vouches for what no machine sees. */
    ATTESTED("attested"),
    /** Neither seen nor vouched for. */
    UNKNOWN("unknown"),
    /** There is nothing that it is about. */
    NOT_APPLICABLE("not applicable");

    private final String text;

    ControlState(String text) {
        this.text = text;
    }

    /** The state as written in reports. */
    public String text() {
        return text;
    }
}
