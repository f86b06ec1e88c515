/**
 * The webhook: it reads AdmissionReviews on the event loop, hands facts to {@link io.openrouteroperator.core.admission} and writes the
 * answer. Answers come from memory; a Secret or ConfigMap seen for the first time costs one GET by name, off the event loop. Nothing
 * here knows OpenRouter or the reconcilers.
 */
@NullMarked
package io.openrouteroperator.admission;

import org.jspecify.annotations.NullMarked;
