/**
 * Findings in the formats that dashboards and tools of the field read: one report per namespace and writer, written only when it
 * changed. What it says is a {@link io.openrouteroperator.policyreport.ReportBody} of whoever found something.
 */
@NullMarked
package io.openrouteroperator.policyreport;

import org.jspecify.annotations.NullMarked;
