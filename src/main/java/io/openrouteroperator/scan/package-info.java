/**
 * The background scan: reads what exists in governed namespaces page by page, lets {@code core.scan} judge it, and reports what was
 * found as PolicyReport or OpenReports resources, as metrics, and to the policies' conditions. One replica, the leader, scans.
 */
@NullMarked
package io.openrouteroperator.scan;

import org.jspecify.annotations.NullMarked;
