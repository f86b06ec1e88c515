/**
 * The admission checks, one per file, named after the violation that each finds. A check is a function from facts to violations; it
 * does not know whether the answer will be a refusal or a warning. {@link io.openrouteroperator.core.admission.check.PodChecks} and
 * {@link io.openrouteroperator.core.admission.check.ContentChecks} run the ones that belong to a kind of object.
 */
@NullMarked
package io.openrouteroperator.core.admission.check;

import org.jspecify.annotations.NullMarked;
