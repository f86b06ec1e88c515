package io.openrouteroperator.demo.step;

/** The names that the steps share; they are those of {@code deploy/examples}. */
final class Names {
    static final String ACCOUNT = "production";
    static final String POLICY = "corporate";
    static final String NAMESPACE = "shop";
    static final String KEY = "checkout";
    static final String SECRET = "checkout-openrouter";
    static final String CLASSIFICATION = "internal";

    private Names() {}
}
