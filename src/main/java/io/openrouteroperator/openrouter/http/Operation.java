package io.openrouteroperator.openrouter.http;

import io.openrouteroperator.openrouter.throttle.Priority;

/** The calls we make: method, urgency and whether one may be repeated. */
public enum Operation {
    LIST_KEYS("listKeys", "GET", Priority.REFRESH),
    SCAN_KEYS("scanKeys", "GET", Priority.READ),
    FIND_KEY("findKey", "GET", Priority.READ),
    CREATE_KEY("createKey", "POST", Priority.CREATE),
    CHANGE_KEY("changeKey", "PATCH", Priority.WRITE),
    DELETE_KEY("deleteKey", "DELETE", Priority.WRITE),
    DESCRIBE_KEY("describeKey", "GET", Priority.READ),
    USABLE_MODELS("usableModels", "GET", Priority.READ),
    LIST_GUARDRAILS("listGuardrails", "GET", Priority.REFRESH),
    FIND_GUARDRAIL("findGuardrail", "GET", Priority.READ),
    CREATE_GUARDRAIL("createGuardrail", "POST", Priority.CREATE),
    UPDATE_GUARDRAIL("updateGuardrail", "PATCH", Priority.WRITE),
    DELETE_GUARDRAIL("deleteGuardrail", "DELETE", Priority.WRITE),
    ASSIGN_KEYS("assignKeys", "POST", Priority.WRITE),
    ASSIGNED_KEYS("assignedKeys", "GET", Priority.READ),
    ASSIGNED_MEMBERS("assignedMembers", "GET", Priority.READ),
    ASSIGNMENTS("assignments", "GET", Priority.REFRESH),
    PROVIDERS("providers", "GET", Priority.REFRESH),
    MODELS("models", "GET", Priority.REFRESH),
    ZDR_ENDPOINTS("zeroDataRetentionEndpoints", "GET", Priority.REFRESH),
    ENDPOINTS("endpoints", "GET", Priority.REFRESH),
    LIST_CREDENTIALS("listCredentials", "GET", Priority.READ),
    LIMIT_CREDENTIAL("limitCredential", "PATCH", Priority.WRITE),
    LIST_DESTINATIONS("listDestinations", "GET", Priority.READ),
    LIMIT_DESTINATION("limitDestination", "PATCH", Priority.WRITE),
    ACTIVITY("activity", "GET", Priority.REFRESH),
    /** A question, although it is posted. */
    ANALYTICS("analytics", "POST", Priority.REFRESH),
    CREDITS("credits", "GET", Priority.REFRESH),
    WORKSPACES("workspaces", "GET", Priority.REFRESH),
    /** Costs money where it is served, so it is sent once. */
    CHAT("chat", "POST", Priority.CREATE);

    private final String label;
    private final String method;
    private final Priority priority;

    Operation(String label, String method, Priority priority) {
        this.label = label;
        this.method = method;
        this.priority = priority;
    }

    /** The name used in metrics and messages. */
    public String label() {
        return label;
    }

    String method() {
        return method;
    }

    Priority priority() {
        return priority;
    }

    /** A create is sent once: it is not idempotent, and repeating it makes a second live object (trap 1). */
    boolean repeatable() {
        return priority != Priority.CREATE;
    }

    boolean changesSomething() {
        return !method.equals("GET") && this != ANALYTICS;
    }

    /** Who served a request is told only on demand (API document, section 9). */
    boolean infers() {
        return this == CHAT;
    }

    /** A deletion is done when its status says so; its body says nothing more. */
    boolean deletes() {
        return method.equals("DELETE");
    }
}
