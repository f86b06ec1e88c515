/**
 * The parts of {@link io.openrouteroperator.api.v1alpha1.OpenRouterPolicy}.
 */
@NullMarked
package io.openrouteroperator.api.v1alpha1.policy;

import org.jspecify.annotations.NullMarked;
