/** Where the operator keeps what it has to know after a restart: small documents in its own namespace. */
@NullMarked
package io.openrouteroperator.storage;

import org.jspecify.annotations.NullMarked;
