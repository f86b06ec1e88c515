package io.openrouteroperator.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.compliance.snapshot.Source;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.listing.ObjectsUnreadableException;
import io.openrouteroperator.listing.ReadableObjects;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a review asks for. Someone who may see one namespace only gets the report of that, with a gap for the rest; keys are the
 * one thing without which there is nothing to say.
 */
public final class EvidenceSource {
    private static final List<ObjectKind> REPORTS = List.of(
            new ObjectKind("openreports.io", "v1alpha1", "Report", "reports", true),
            new ObjectKind("wgpolicyk8s.io", "v1alpha2", "PolicyReport", "policyreports", true));

    private final ReadableObjects objects;
    private final SnapshotBuilder builder;

    /** A source that hands what it reads over to {@code builder}. */
    public EvidenceSource(ReadableObjects objects, SnapshotBuilder builder) {
        this.objects = objects;
        this.builder = builder;
    }

    /**
     * Reads everything; throws {@link ObjectsUnreadableException} when keys cannot be read.
     *
     * @param namespace the only one to read, null for all
     * @param operator where the operator runs, and the name of its release
     */
    public void read(@Nullable String namespace, ObjectName operator) {
        if (namespace == null) {
            list(Source.NAMESPACES, ObjectKind.NAMESPACE, "");
        } else {
            find(Source.NAMESPACES, ObjectKind.NAMESPACE, "", namespace);
        }
        String where = namespace == null ? "" : namespace;
        list(Source.ACCOUNTS, ObjectKind.ACCOUNT, "");
        list(Source.POLICIES, ObjectKind.POLICY, "");
        objects.forEach(ObjectKind.KEY, where, this::add);
        ObjectKind.WORKLOADS.forEach(kind -> list(Source.WORKLOADS, kind, where));
        REPORTS.forEach(kind -> list(Source.REPORTS, kind, where));
        find(Source.AUDIT_LOG, ObjectKind.CONFIG_MAP, operator.namespace(), operator.name() + "-audit-keys");
        find(Source.LEASE, ObjectKind.LEASE, operator.namespace(), operator.name());
        find(
                Source.PROVIDERS,
                ObjectKind.CONFIG_MAP,
                operator.namespace(),
                operator.name() + ProviderDocument.NAME_ENDS);
        // Without a webhook there is neither, and no right to read the second.
        if (find(Source.WEBHOOK, ObjectKind.CONFIG_MAP, operator.namespace(), operator.name() + "-webhook")) {
            find(Source.WEBHOOK, ObjectKind.WEBHOOK_CONFIGURATION, "", operator.name());
        }
    }

    private void list(Source source, ObjectKind kind, String namespace) {
        try {
            objects.forEach(kind, namespace, this::add);
        } catch (ObjectsUnreadableException e) {
            builder.gap(source, String.valueOf(e.getMessage()));
        }
    }

    /** Whether it is there. */
    private boolean find(Source source, ObjectKind kind, String namespace, String name) {
        try {
            Optional<JsonNode> found = objects.find(kind, namespace, name);
            found.ifPresent(this::add);
            return found.isPresent();
        } catch (ObjectsUnreadableException e) {
            builder.gap(source, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void add(JsonNode object) {
        builder.add(object);
    }
}
