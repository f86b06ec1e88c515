/** The formats that {@code lint} writes findings in. */
@NullMarked
package io.openrouteroperator.cli.lint.report;

import org.jspecify.annotations.NullMarked;
