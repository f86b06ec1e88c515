/** {@code openrouter-operator check-installation}: whether what the chart installed works. */
@NullMarked
package io.openrouteroperator.cli.installation;

import org.jspecify.annotations.NullMarked;
