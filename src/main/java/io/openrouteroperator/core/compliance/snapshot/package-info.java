/**
 * What a review looks at: accounts, policies, keys, workloads and reports as the cluster knew them at one moment. No record here can
 * hold key material; a Secret is known by its name only.
 */
@NullMarked
package io.openrouteroperator.core.compliance.snapshot;

import org.jspecify.annotations.NullMarked;
