/**
 * The CRDs as files: made from the records, compared with what is committed and with the last release, and tried on a
 * real API server with one file per valid or refused object. It lives among the tests because the shipped operator
 * never generates a schema. Nothing else depends on it.
 */
@NullMarked
package io.openrouteroperator.crds;

import org.jspecify.annotations.NullMarked;
