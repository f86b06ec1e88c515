/**
 * Reads Kubernetes objects as JSON, wherever they come from (a review, a list of the API server, a file), into the facts that the
 * admission rules judge. It knows where each kind keeps its pods and which fields name a Secret or ConfigMap, and decides nothing.
 */
@NullMarked
package io.openrouteroperator.manifest;

import org.jspecify.annotations.NullMarked;
