/**
 * Brings the audit log to an S3-compatible object store, where nobody can delete or change it before its time. The only package that knows
 * the store's client, which is loaded when there is such a store and not before.
 */
@NullMarked
package io.openrouteroperator.audit.objectstore;

import org.jspecify.annotations.NullMarked;
