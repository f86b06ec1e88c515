/**
 * What webhook and scan remember of the cluster: policies, service keys, accounts and namespaces from watches, reduced to facts, and what was found in
 * Secrets and ConfigMaps looked up by name; and, on two boards, what scan and usage found, for the statuses. No object and no key is
 * kept, so memory grows with the number of facts only.
 */
@NullMarked
package io.openrouteroperator.governance;

import org.jspecify.annotations.NullMarked;
