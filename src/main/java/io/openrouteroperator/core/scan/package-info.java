/**
 * The scan of what exists already: which namespaces are due, what is wrong in each, told once for each workload however many objects
 * its controllers made of it. It judges by the rules of {@code core.admission}; whatever the webhook would refuse today is a finding.
 */
@NullMarked
package io.openrouteroperator.core.scan;

import org.jspecify.annotations.NullMarked;
