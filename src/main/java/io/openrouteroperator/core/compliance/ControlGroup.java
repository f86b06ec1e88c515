package io.openrouteroperator.core.compliance;

/** The parts of a review. */
public enum ControlGroup {
    DATA_HANDLING("Data handling"),
    ACCESS_CONTROL("Access control"),
    AUDIT_TRAIL("Audit trail"),
    PROVIDER_SELECTION("Provider selection"),
    WHAT_GOES_WRONG("What goes wrong: prevented or detected");

    private final String title;

    ControlGroup(String title) {
        this.title = title;
    }

    /** The heading. */
    public String title() {
        return title;
    }
}
