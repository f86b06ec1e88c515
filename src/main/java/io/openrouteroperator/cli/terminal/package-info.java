/** What commands print: text that a terminal cannot be tricked by, tables, and JSON. Nothing here prints colours. */
@NullMarked
package io.openrouteroperator.cli.terminal;

import org.jspecify.annotations.NullMarked;
