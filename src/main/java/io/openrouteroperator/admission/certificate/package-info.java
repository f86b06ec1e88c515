/**
 * The webhook's serving certificate: made and renewed by the operator under an authority of its own, kept in one Secret that all
 * replicas share, and announced to the API server as caBundle. What to do next is a pure function of what is stored and the time, so a
 * test can move the clock; writes carry the resourceVersion they are based on, so replicas that act at once end with one authority.
 */
@NullMarked
package io.openrouteroperator.admission.certificate;

import org.jspecify.annotations.NullMarked;
