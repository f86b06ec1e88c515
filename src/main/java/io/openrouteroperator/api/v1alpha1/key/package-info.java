/**
 * The parts of {@link io.openrouteroperator.api.v1alpha1.OpenRouterKey}.
 */
@NullMarked
package io.openrouteroperator.api.v1alpha1.key;

import org.jspecify.annotations.NullMarked;
