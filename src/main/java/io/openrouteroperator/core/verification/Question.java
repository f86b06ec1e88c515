package io.openrouteroperator.core.verification;

/** What is tried out. */
public enum Question {
    /** A model that the class does not allow. */
    OUTSIDE_MODEL("a model outside of the class", true),
    /** A free variant, whose endpoints may train on prompts. */
    FREE_MODEL("a free model", true),
    /** An allowed model, at a provider that is not approved. */
    OUTSIDE_PROVIDER("a provider that is not approved", true),
    /** An allowed model, at whoever may serve it. */
    ALLOWED("what the class allows", false);

    private final String words;
    private final boolean mustBeRefused;

    Question(String words, boolean mustBeRefused) {
        this.words = words;
        this.mustBeRefused = mustBeRefused;
    }

    /** What is asked for, in words. */
    public String words() {
        return words;
    }

    boolean mustBeRefused() {
        return mustBeRefused;
    }
}
