package io.openrouteroperator.cli.lint;

import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;

/**
 * One violation in one file.
 *
 * @param line from 1
 */
public record Finding(String file, int line, ObjectIdentity object, Level level, Violation violation) {}
