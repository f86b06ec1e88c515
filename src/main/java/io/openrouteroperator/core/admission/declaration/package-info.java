/**
 * What is checked of our own kinds as they are declared: what the schema cannot see, because it takes a look at other objects. The rules
 * of granting themselves are those of {@link io.openrouteroperator.core.policy.grant}, which the reconcilers use as well.
 */
@NullMarked
package io.openrouteroperator.core.admission.declaration;

import org.jspecify.annotations.NullMarked;
