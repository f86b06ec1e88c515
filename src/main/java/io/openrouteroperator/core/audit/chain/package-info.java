/**
 * The audit log as a chain of hashes with signed checkpoints: how a line is made, and how a log is proven whole without the cluster it
 * comes from (docs/audit-log.md, ADR 11).
 */
@NullMarked
package io.openrouteroperator.core.audit.chain;

import org.jspecify.annotations.NullMarked;
