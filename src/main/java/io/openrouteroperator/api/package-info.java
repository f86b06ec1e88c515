/**
 * The Kubernetes API of the operator, by version.
 */
@NullMarked
package io.openrouteroperator.api;

import org.jspecify.annotations.NullMarked;
