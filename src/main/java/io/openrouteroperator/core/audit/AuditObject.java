package io.openrouteroperator.core.audit;

/**
 * What it was done to: an object of the cluster.
 *
 * @param namespace empty for objects of the cluster as a whole
 * @param uid empty where it is not known, as for objects that are only about to be created
 */
public record AuditObject(String kind, String namespace, String name, String uid) {}
