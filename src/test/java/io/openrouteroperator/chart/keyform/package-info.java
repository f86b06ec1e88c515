/**
 * The shapes of keys in the words that a ValidatingAdmissionPolicy has: a text to split at and regular expressions. Computed here from
 * the shapes that {@link io.openrouteroperator.core.admission.recognition} knows, held to its answers by a test, and written into the
 * chart by {@code make key-forms}.
 */
@NullMarked
package io.openrouteroperator.chart.keyform;

import org.jspecify.annotations.NullMarked;
