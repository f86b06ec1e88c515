package io.openrouteroperator.reconcile;

import io.openrouteroperator.installation.Installation;

/** What the running operator told its audit log of its own doing. */
final class AuditLines {
    private AuditLines() {}

    /** Whether there is one of this action about a tenant's key. */
    static boolean tell(Installation installation, Tenant tenant, String key, String action) {
        String object = "\"object\":{\"kind\":\"OpenRouterKey\",\"namespace\":\"%s\",\"name\":\"%s\""
                .formatted(tenant.name(), key);
        return installation
                .operator()
                .operator()
                .log()
                .lines()
                .filter(line -> line.contains("\"action\":\"" + action + "\""))
                .anyMatch(line -> line.contains(object) && line.contains("\"kind\":\"Controller\""));
    }
}
