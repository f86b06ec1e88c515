/**
 * The parts of {@link io.openrouteroperator.api.v1alpha1.OpenRouterAccount}.
 */
@NullMarked
package io.openrouteroperator.api.v1alpha1.account;

import org.jspecify.annotations.NullMarked;
