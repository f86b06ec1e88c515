package io.openrouteroperator.simulator.account;

import java.time.Instant;

/**
 * That a key, or a member, is under a guardrail.
 *
 * @param subject hash of the key, or user id of the member
 */
public record Assignment(String id, String guardrailId, String subject, Instant createdAt) {}
