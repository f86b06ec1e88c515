/**
 * Reads what OpenRouter says was served and reports what was outside of the policy. {@link io.openrouteroperator.usage.UsageLoop}
 * looks at the accounts, {@code AccountPass} reads and judges one of them, {@code UsageReports} tells the namespaces, and two
 * stores of ConfigMaps in the operator's own namespace keep what must outlive a process: what each class allowed and when, and what
 * the last pass found.
 */
@NullMarked
package io.openrouteroperator.usage;

import org.jspecify.annotations.NullMarked;
