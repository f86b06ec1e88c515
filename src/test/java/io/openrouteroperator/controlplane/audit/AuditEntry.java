package io.openrouteroperator.controlplane.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * One request as kube-apiserver recorded it.
 *
 * @param user who asked; a ServiceAccount is {@code system:serviceaccount:<namespace>:<name>}
 * @param verb get, list, watch, create, update, patch, delete or deletecollection
 * @param group the API group, empty for the core one
 * @param resource the plural, with its subresource after a slash where there is one; empty for a plain path such as /readyz
 * @param namespace empty for cluster-wide requests
 * @param name empty for requests on a collection
 * @param code the HTTP status of the answer
 */
public record AuditEntry(
        String user,
        String verb,
        String group,
        String resource,
        String namespace,
        String name,
        int code,
        String uri,
        String userAgent) {

    private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete", "deletecollection");

    /** Whether it asked for a change, granted or not. Reviews such as SelfSubjectAccessReview are created but change nothing. */
    public boolean isWrite() {
        return WRITES.contains(verb) && !group.equals("authorization.k8s.io") && !group.equals("authentication.k8s.io");
    }

    static AuditEntry from(JsonNode event) {
        JsonNode object = event.path("objectRef");
        String subresource = object.path("subresource").asText("");
        return new AuditEntry(
                event.path("user").path("username").asText(""),
                event.path("verb").asText(""),
                object.path("apiGroup").asText(""),
                object.path("resource").asText("") + (subresource.isEmpty() ? "" : "/" + subresource),
                object.path("namespace").asText(""),
                object.path("name").asText(""),
                event.path("responseStatus").path("code").asInt(),
                event.path("requestURI").asText(""),
                event.path("userAgent").asText(""));
    }

    /** A watch is recorded when it starts and again when it ends; every other request once, when it is answered. */
    static boolean countsOnce(JsonNode event) {
        boolean started = event.path("stage").asText().equals("ResponseStarted");
        return event.path("verb").asText().equals("watch") == started;
    }
}
