package io.openrouteroperator.controlplane.audit;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Requests picked from the audit log; each filter narrows, and the text form lists what is left for a test's message. */
public record AuditEntries(List<AuditEntry> list) {

    public AuditEntries {
        list = List.copyOf(list);
    }

    public AuditEntries where(Predicate<AuditEntry> wanted) {
        return new AuditEntries(list.stream().filter(wanted).toList());
    }

    public AuditEntries by(String user) {
        return where(entry -> entry.user().equals(user));
    }

    public AuditEntries byServiceAccount(String namespace, String name) {
        return by("system:serviceaccount:" + namespace + ":" + name);
    }

    /** With the plural of the resource, as in "secrets" or "openrouterkeys/status". */
    public AuditEntries on(String resource) {
        return where(entry -> entry.resource().equals(resource));
    }

    public AuditEntries in(String namespace) {
        return where(entry -> entry.namespace().equals(namespace));
    }

    public AuditEntries verb(String verb) {
        return where(entry -> entry.verb().equals(verb));
    }

    /** Requests that asked for a change. */
    public AuditEntries writes() {
        return where(AuditEntry::isWrite);
    }

    public int count() {
        return list.size();
    }

    @Override
    public String toString() {
        return list.stream()
                .map(entry -> entry.code() + " " + entry.user() + " " + entry.verb() + " " + entry.uri())
                .collect(Collectors.joining("\n", list.size() + " requests\n", ""));
    }
}
