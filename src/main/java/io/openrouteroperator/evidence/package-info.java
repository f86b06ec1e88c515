/**
 * From objects of a cluster to the snapshot that a review looks at, and the file that keeps one. What is kept of an object is reduced
 * first, by {@link io.openrouteroperator.evidence.ReducedObject}: no Secret, no value of a variable, and every text masked where it could
 * hold a key. {@code format} writes reviews for people and machines.
 */
@NullMarked
package io.openrouteroperator.evidence;

import org.jspecify.annotations.NullMarked;
