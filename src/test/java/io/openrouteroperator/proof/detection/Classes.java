package io.openrouteroperator.proof.detection;

/** Classifications that violations are planted under. */
final class Classes {
    static final String REGULATED_NAME = "confidential";

    /** For data that somebody else regulates. */
    static final String REGULATED = """
            - name: confidential
              providers: {allow: [azure, amazon-bedrock]}
              models: {allow: ["openai/*", "anthropic/*"]}
              data: {training: Deny, zeroDataRetention: Required, redact: [email, phone]}
              limit: {maxUsd: 100, reset: Monthly}
            """;

    private Classes() {}
}
