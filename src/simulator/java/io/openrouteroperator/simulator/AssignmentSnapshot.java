package io.openrouteroperator.simulator;

/** That a key is under a guardrail; the key may have been deleted since. */
public record AssignmentSnapshot(String guardrailId, String keyHash) {}
