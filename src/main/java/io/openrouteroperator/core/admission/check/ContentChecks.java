package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Requester;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.util.List;
import java.util.Optional;

/** Everything that is checked of a write to a Secret or ConfigMap. */
public final class ContentChecks {
    private final Governance governance;
    private final Requester operator;

    /**
     * @param governance what is declared and recorded
     * @param operator the operator's own service account, whose writes pass
     */
    public ContentChecks(Governance governance, Requester operator) {
        this.governance = governance;
        this.operator = operator;
    }

    /** A Secret is created or updated. */
    public List<Violation> writeSecret(Contents secret, Requester requester, boolean created) {
        if (requester.equals(operator)) {
            return List.of();
        }
        Optional<ManagedKey> owner = governance.keyOfSecret(nameOf(secret.object()));
        if (owner.isPresent()) {
            return requester.isCleaner()
                    ? List.of()
                    : List.of(ManagedSecretEdited.by(requester.username(), created ? "create" : "change", owner.get()));
        }
        return ObjectChecks.check(secret, PodContents.NONE, governance);
    }

    /** A Secret is deleted. */
    public List<Violation> deleteSecret(ObjectIdentity secret, Requester requester) {
        if (requester.equals(operator) || requester.isCleaner()) {
            return List.of();
        }
        return governance
                .keyOfSecret(nameOf(secret))
                .map(key -> List.of(ManagedSecretEdited.by(requester.username(), "delete", key)))
                .orElse(List.of());
    }

    /** A ConfigMap is created or updated. */
    public List<Violation> writeConfigMap(Contents configMap) {
        return ObjectChecks.check(configMap, PodContents.NONE, governance);
    }

    private static ObjectName nameOf(ObjectIdentity object) {
        return new ObjectName(object.namespace(), object.name());
    }
}
