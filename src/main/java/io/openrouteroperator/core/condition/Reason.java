package io.openrouteroperator.core.condition;

/** Why a condition or an event says what it says; stable words that people alert on. */
public enum Reason {
    /** All is as asked. */
    PROVISIONED("Provisioned"),
    /** A key is being made. */
    ISSUING("Issuing"),
    /** The caches that a decision needs are not filled yet. */
    WAITING_FOR_CACHES("WaitingForCaches"),

    /** The account works. */
    CONNECTED("Connected"),
    /** The Secret or entry that a management key refers to does not exist. */
    MANAGEMENT_KEY_MISSING("ManagementKeyMissing"),
    /** OpenRouter refuses every management key given. */
    MANAGEMENT_KEY_REFUSED("ManagementKeyRefused"),
    /** The key given works but manages nothing. */
    NOT_A_MANAGEMENT_KEY("NotAManagementKey"),
    /** OpenRouter does not answer, or answers with an error of its own. */
    PROVIDER_UNAVAILABLE("ProviderUnavailable"),
    /** OpenRouter asks to wait. */
    RATE_LIMITED("RateLimited"),
    /** The day's key changes are used up; changes go on after midnight UTC. */
    KEY_CHANGES_EXHAUSTED("KeyChangesExhausted"),
    /** The day's key changes suffice. */
    KEY_CHANGES_SUFFICE("KeyChangesSuffice"),
    /** What is left of the day's key changes is kept for what is urgent. */
    KEY_CHANGES_LOW("KeyChangesLow"),
    /** Not every key can be replaced in time with the key changes that each day allows. */
    ROTATIONS_EXCEED_BUDGET("RotationsExceedBudget"),
    /** A key that no object owns was found, and is left alone because the account says so. */
    ORPHAN_FOUND("OrphanFound"),
    /** An object went while OpenRouter could not be asked; its account retires the key later. */
    KEY_HANDED_OVER("KeyHandedOver"),
    /** The account has as many keys to retire as it can remember; deleted objects wait. */
    RETIRE_QUEUE_FULL("RetireQueueFull"),
    /** The account has no credits left. */
    OUT_OF_CREDITS("OutOfCredits"),
    /** OpenRouter refuses the request itself; repeating it is pointless. */
    REQUEST_REFUSED("RequestRefused"),
    /** The workspace named does not exist. */
    WORKSPACE_NOT_FOUND("WorkspaceNotFound"),
    /** The observability destination is missing or disabled. */
    AUDIT_TRAIL_MISSING("AuditTrailMissing"),
    /** The observability destination exists and is enabled. */
    AUDIT_TRAIL_PRESENT("AuditTrailPresent"),

    /** Every name resolved. */
    RESOLVED("Resolved"),
    /** A provider, model or other name is unknown. */
    UNKNOWN_NAME("UnknownName"),
    /** The rules of a class leave no provider or no model. */
    NOTHING_ALLOWED("NothingAllowed"),
    /** A value of the policy is wrong in a way that the schema cannot say. */
    INVALID_POLICY("InvalidPolicy"),
    /** A class requires own provider credentials and a provider has none. */
    CREDENTIAL_MISSING("CredentialMissing"),
    /** The account named does not exist. */
    ACCOUNT_NOT_FOUND("AccountNotFound"),
    /** The account named is not ready. */
    ACCOUNT_NOT_READY("AccountNotReady"),
    /** A guardrail was changed by someone else and put back. */
    GUARDRAIL_DRIFT("GuardrailDrift"),
    /** A guardrail was made. */
    GUARDRAIL_CREATED("GuardrailCreated"),
    /** A guardrail was changed because the policy or the catalogue changed. */
    GUARDRAIL_UPDATED("GuardrailUpdated"),
    /** A guardrail that no class has any more was deleted. */
    GUARDRAIL_DELETED("GuardrailDeleted"),
    /** Guardrail and wish agree. */
    IN_SYNC("InSync"),

    /** An exemption ends within a week. */
    EXEMPTION_ENDING("ExemptionEnding"),
    /** The scan found nothing that breaks a rule. */
    NO_FINDINGS("NoFindings"),
    /** Existing objects, or calls, break rules; the reports of their namespaces name them. */
    FINDINGS_PRESENT("FindingsPresent"),
    /** What was served has not been read yet, or could not be. */
    NOT_OBSERVED("NotObserved"),
    /** Something was served that the policy of its key did not allow on that day. */
    SERVED_OUTSIDE_POLICY("ServedOutsidePolicy"),
    /** Keys were used that no OpenRouterKey owns. */
    UNMANAGED_KEYS_USED("UnmanagedKeysUsed"),
    /** Namespaces wait for the scan, or could not be read by it. */
    NOT_SCANNED("NotScanned"),

    /** No policy governs the namespace. */
    NO_POLICY("NoPolicy"),
    /** The policy named does not exist. */
    POLICY_NOT_FOUND("PolicyNotFound"),
    /** More than one policy governs the namespace and none is named. */
    SEVERAL_POLICIES("SeveralPolicies"),
    /** The policy does not govern the namespace. */
    NAMESPACE_NOT_GOVERNED("NamespaceNotGoverned"),
    /** The policy is not ready. */
    POLICY_NOT_READY("PolicyNotReady"),
    /** The policy has no such class. */
    CLASSIFICATION_UNKNOWN("ClassificationUnknown"),
    /** The namespace may not claim the class. */
    NAMESPACE_NOT_ALLOWED("NamespaceNotAllowed"),
    /** The limit asked for is above that of the class, or neither sets one. */
    LIMIT_NOT_ALLOWED("LimitNotAllowed"),
    /** The rotation asked for is looser than the policy's. */
    ROTATION_NOT_ALLOWED("RotationNotAllowed"),
    /** A key cannot move to another account; make a new one. */
    ACCOUNT_CHANGED("AccountChanged"),
    /** The Secret belongs to someone else. */
    SECRET_NOT_OWNED("SecretNotOwned"),
    /** A template does not render. */
    TEMPLATE_INVALID("TemplateInvalid"),
    /** The Secret was deleted by someone; a new key was made. */
    SECRET_MISSING("SecretMissing"),
    /** The Secret's key was changed by someone; a new key was made. */
    SECRET_DAMAGED("SecretDamaged"),
    /** An entry, label or annotation of the Secret was changed and put back. */
    SECRET_DATA_DRIFT("SecretDataDrift"),
    /** The Secret was written. */
    SECRET_SYNCED("SecretSynced"),
    /** A key was made at OpenRouter. */
    KEY_CREATED("KeyCreated"),
    /** The new key was proven to be within its policy. */
    POLICY_PROVEN("PolicyProven"),
    /** The new key may do more than the policy says, or does not work yet; it is not published. */
    PROOF_FAILED("ProofFailed"),
    /** The answer to a create was lost; the key is being looked for. */
    CREATE_AMBIGUOUS("CreateAmbiguous"),
    /** A key whose creation was lost, or that no object owns, was deleted. */
    ORPHAN_DELETED("OrphanDeleted"),
    /** The key is as old as its policy allows; another is made. */
    ROTATION_DUE("RotationDue"),
    /** No window of the policy opens before the key is too old, so it was replaced outside of them. */
    ROTATED_OUTSIDE_WINDOWS("RotatedOutsideWindows"),
    /** Its owner asked for another key. */
    MANUALLY_TRIGGERED("ManuallyTriggered"),
    /** Its owner said that the key is in the wrong hands: its successor is being made. */
    REVOKING("Revoking"),
    /** The webhook configuration is not as it was installed. */
    WEBHOOK_EDITED("WebhookEdited"),
    /** Pods of the workload are refused at admission. */
    PODS_REFUSED("OpenRouterPodsRefused"),
    /** The key was found outside of its Secret. */
    KEY_LEAKED("KeyLeaked"),
    /** A key of the account that no object owns was found in the cluster. */
    FOREIGN_KEY_FOUND("ForeignKeyFound"),
    /** A key in the wrong hands was disabled. */
    REVOKED("Revoked"),
    /** An earlier key works again because its owner asked for it. */
    ROLLED_BACK("RolledBack"),
    /** The earlier key asked for is gone. */
    ROLLBACK_IMPOSSIBLE("RollbackImpossible"),
    /** An unmanaged key was taken over. */
    ADOPTED("Adopted"),
    /** A workload was restarted to read the new key. */
    ROLLOUT_RESTARTED("RolloutRestartTriggered"),
    /** Consumers of an earlier key are waited for. */
    WAITING_FOR_CONSUMERS("WaitingForConsumers"),
    /** No running consumer holds an earlier key. */
    CONSUMERS_UPDATED("ConsumersUpdated"),
    /** An earlier key is watched until nobody uses it. */
    DRAINING("Draining"),
    /** Nobody uses an earlier key any more. */
    OLD_KEY_UNUSED("OldKeyUnused"),
    /** The longest overlap has passed while somebody may still use the earlier key. */
    OVERLAP_ENDED("OverlapEnded"),
    /** An earlier key was disabled; it is deleted after a soak. */
    OLD_KEY_DISABLED("OldKeyDisabled"),
    /** An earlier key was deleted after its overlap. */
    OLD_KEY_DELETED("OldKeyDeleted"),
    /** Someone moved or removed the key's guardrail; it was put back. */
    GUARDRAIL_REASSIGNED("GuardrailReassigned"),
    /** Someone changed the key's limit or name; it was put back. */
    KEY_DRIFT("KeyDrift"),
    /** Someone disabled the key at OpenRouter. */
    KEY_DISABLED_REMOTELY("KeyDisabledRemotely"),
    /** Someone deleted the key at OpenRouter. */
    KEY_DELETED_REMOTELY("KeyDeletedRemotely"),
    /** The policy leaves nothing; the key was disabled. */
    KEY_WITHDRAWN("KeyWithdrawn"),
    /** Too many keys were made for one object within an hour. */
    BREAKER_OPEN("BreakerOpen"),
    /** The object is being deleted and its remote keys with it. */
    RETIRING("Retiring");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** The reason as written in a status or an event. */
    public String text() {
        return text;
    }
}
