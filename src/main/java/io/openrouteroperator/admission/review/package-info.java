/**
 * From the JSON of an AdmissionReview to facts, and from a decision back to JSON. Kubernetes objects are read as plain JSON, not as
 * typed models: the rules need few fields by name and all others as text, unknown ones included. What cannot be read is answered with a
 * {@link io.openrouteroperator.admission.review.BrokenReviewException}, which names what is wrong.
 */
@NullMarked
package io.openrouteroperator.admission.review;

import org.jspecify.annotations.NullMarked;
