package io.openrouteroperator.admission.cache;

import io.openrouteroperator.core.admission.facts.ObjectName;

/** A Secret or ConfigMap whose content matters. */
public record ContentName(boolean secret, ObjectName object) {}
