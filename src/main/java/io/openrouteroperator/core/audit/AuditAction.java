package io.openrouteroperator.core.audit;

/** What can be done; a closed set, so that whoever reads the log knows every word in it. */
public enum AuditAction {
    /** A key was made at OpenRouter, worth nothing yet. */
    KEY_CREATED("KeyCreated"),
    /** A key was bound to the guardrail of its class, and the binding read back. */
    KEY_GUARDED("KeyGuarded"),
    /** A key was asked what it may use, and that is within its policy. */
    KEY_PROVEN("KeyProven"),
    /** A key is in its Secret, and recorded as the current one. */
    KEY_PUBLISHED("KeyPublished"),
    /** A key that is in its Secret already was recognised as the current one: the record of it was lost, or a Secret was restored. */
    KEY_RECOVERED("KeyRecovered"),
    /** A key that somebody made by hand was taken over. */
    KEY_ADOPTED("KeyAdopted"),
    /** Limit or name of a key were set. */
    KEY_CHANGED("KeyChanged"),
    /** An earlier key was disabled because nobody uses it any more, or its overlap has ended. */
    KEY_RETIRED("KeyRetired"),
    /** A key in the wrong hands was disabled. */
    KEY_REVOKED("KeyRevoked"),
    /** A key was disabled for another reason. */
    KEY_DISABLED("KeyDisabled"),
    /** A key works again. */
    KEY_ENABLED("KeyEnabled"),
    /** A key was deleted at OpenRouter. */
    KEY_DELETED("KeyDeleted"),
    /** A key whose value was lost, or that no object owns, was deleted at OpenRouter. */
    ORPHAN_DELETED("OrphanDeleted"),
    /** The keys of a deleted object were handed over to their account, which retires them later. */
    KEY_HANDED_OVER("KeyHandedOver"),
    /** The key of a deleted object is left at OpenRouter: there is no account any more that could delete it. */
    KEY_ABANDONED("KeyAbandoned"),
    /** A key was found outside of its Secret. */
    KEY_LEAKED("KeyLeaked"),
    /** Another key is going to be made in place of the current one. */
    ROTATION_STARTED("RotationStarted"),
    /** Somebody asked for another key, or for an earlier one, or said that a key is in the wrong hands. */
    ROTATION_REQUESTED("RotationRequested"),
    /** An earlier key is kept because its owner asked for it. */
    ROLLED_BACK("RolledBack"),
    /** Entries of a Secret were put back. */
    SECRET_REWRITTEN("SecretRewritten"),
    /** A workload was marked, so that its controller starts it anew with the new key. */
    WORKLOAD_RESTARTED("WorkloadRestarted"),
    /** A guardrail was made at OpenRouter. */
    GUARDRAIL_CREATED("GuardrailCreated"),
    /** A guardrail was changed with its policy or the catalogue. */
    GUARDRAIL_CHANGED("GuardrailChanged"),
    /** A guardrail that somebody changed at OpenRouter was put back. */
    GUARDRAIL_PUT_BACK("GuardrailPutBack"),
    /** A guardrail that no class has any more, and that nothing was bound to, was deleted at OpenRouter. */
    GUARDRAIL_DELETED("GuardrailDeleted"),
    /** Another management key of an account is used from now on. */
    MANAGEMENT_KEY_SWAPPED("ManagementKeySwapped"),
    /** An object of the operator's own kinds was created, changed or deleted by somebody else, as far as admission is concerned. */
    DECLARATION_CHANGED("DeclarationChanged"),
    /** A policy has an attestation that it did not have before. */
    ATTESTATION_ADDED("AttestationAdded"),
    /** A policy has an attestation no longer. */
    ATTESTATION_REMOVED("AttestationRemoved"),
    /** An attestation has ended. */
    ATTESTATION_EXPIRED("AttestationExpired"),
    /** A request was refused. */
    ADMISSION_REFUSED("AdmissionRefused"),
    /** A request that breaks a rule was admitted because of an exemption. */
    EXEMPTION_USED("ExemptionUsed"),
    /** The operator made a report for somebody. */
    REPORT_MADE("ReportMade");

    private final String word;

    AuditAction(String word) {
        this.word = word;
    }

    /** The word in the log. */
    public String word() {
        return word;
    }
}
