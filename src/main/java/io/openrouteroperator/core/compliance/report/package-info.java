/** A review put together: verdicts, inventory of keys, flow of data, findings with their owners, exemptions and attestations. */
@NullMarked
package io.openrouteroperator.core.compliance.report;

import org.jspecify.annotations.NullMarked;
