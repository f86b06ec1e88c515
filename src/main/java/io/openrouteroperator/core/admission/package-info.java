/**
 * The admission rules: what is a violation, how severe it is, whom it concerns and what to do about it. Rules look at {@link
 * io.openrouteroperator.core.admission.facts facts} and at {@link io.openrouteroperator.core.admission.Governance}, never at the
 * network. One decision comes out: allow, warn or deny, with every violation in it.
 */
@NullMarked
package io.openrouteroperator.core.admission;

import org.jspecify.annotations.NullMarked;
