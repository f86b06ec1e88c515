/**
 * Observed against allowed. What each class allowed, and when, is kept as dated revisions ({@link
 * io.openrouteroperator.core.usage.PolicyHistory}); what OpenRouter says was served is compared with the revisions in force on that
 * day ({@link io.openrouteroperator.core.usage.UsageJudge}); what no known key explains stays as a rest ({@link
 * io.openrouteroperator.core.usage.Unexplained}). A name that cannot be matched is a finding, never a pass.
 */
@NullMarked
package io.openrouteroperator.core.usage;

import org.jspecify.annotations.NullMarked;
