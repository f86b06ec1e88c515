/**
 * The three kinds as users write them. No logic: a missing list becomes empty, a missing value keeps its documented meaning, and
 * every rule that the API server can check is written here as schema or CEL. {@code make crds} renders {@code crds/} from these types.
 */
@NullMarked
package io.openrouteroperator.api.v1alpha1;

import org.jspecify.annotations.NullMarked;
