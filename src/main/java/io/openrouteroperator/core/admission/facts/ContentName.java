package io.openrouteroperator.core.admission.facts;

/** A Secret or ConfigMap whose content matters. */
public record ContentName(boolean secret, ObjectName object) {}
