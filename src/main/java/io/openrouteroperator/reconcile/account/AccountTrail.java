package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.core.audit.Actor;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.audit.AuditObject;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Retirement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the audit log what was done for an account as a whole. */
final class AccountTrail {
    private static final Actor ACTOR = Actor.controller("account");

    private final AuditLog log;
    private final Map<String, KeyHash> managedWith = new ConcurrentHashMap<>();

    AccountTrail(AuditLog log) {
        this.log = log;
    }

    /** A key that no object owns was deleted. */
    void orphanDeleted(OpenRouterAccount account, RemoteKey key) {
        log.record(of(
                        account,
                        AuditAction.ORPHAN_DELETED,
                        Reason.ORPHAN_DELETED,
                        "no object owns the key '%s'".formatted(key.name()))
                .with(Detail.KEY_HASH, key.hash().value()));
    }

    /** A key whose object is gone came to what its object wanted of it. */
    void retired(OpenRouterAccount account, RemoteKey key, Retirement entry) {
        AuditAction action = switch (entry.fate()) {
            case DELETE -> AuditAction.KEY_DELETED;
            case DISABLE -> AuditAction.KEY_DISABLED;
            case RETAIN -> null;
        };
        if (action != null) {
            log.record(
                    of(account, action, Reason.RETIRING, "the key of %s, whose object is gone".formatted(entry.owner()))
                            .with(Detail.KEY_HASH, key.hash().value()));
        }
    }

    /**
     * The account is managed with this key; it is news when it was another one before. What was before this process is not known.
     *
     * @param place where the key was found
     */
    void connected(OpenRouterAccount account, String place, SecretValue key) {
        KeyHash now = KeyHash.of(key);
        KeyHash before = managedWith.put(account.getMetadata().getUid(), now);
        if (before != null && !before.equals(now)) {
            log.record(of(account, AuditAction.MANAGEMENT_KEY_SWAPPED, Reason.CONNECTED, place + " is used from now on")
                    .with(Detail.KEY_HASH, now.value())
                    .with(Detail.BEFORE, before.value())
                    .with(Detail.AFTER, now.value()));
        }
    }

    private static AuditEvent of(OpenRouterAccount account, AuditAction action, Reason reason, String message) {
        var metadata = account.getMetadata();
        AuditObject object = new AuditObject(account.getKind(), "", metadata.getName(), metadata.getUid());
        return new AuditEvent(ACTOR, action, object, reason.text(), message);
    }
}
