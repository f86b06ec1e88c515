/**
 * Tests of the Helm chart with real Helm on a real API server: what it renders, what it grants, what its webhook is sent,
 * and what survives an upgrade and an uninstall. Value sets and the table of rights are files beside the tests' names in
 * the test resources. Tests that share the run's control plane install under names and labels of their own.
 */
@NullMarked
package io.openrouteroperator.chart;

import org.jspecify.annotations.NullMarked;
