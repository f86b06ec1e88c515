/** A real browser without a window, for what people see: the report as a file, and the page that the operator serves. */
@NullMarked
package io.openrouteroperator.browser;

import org.jspecify.annotations.NullMarked;
