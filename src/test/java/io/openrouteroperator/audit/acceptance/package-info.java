/** What the audit log is brought to, as real programs ({@code make sink-test}). */
@NullMarked
package io.openrouteroperator.audit.acceptance;

import org.jspecify.annotations.NullMarked;
