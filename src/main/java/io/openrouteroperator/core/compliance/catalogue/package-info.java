/** The controls as data: question, how each is answered and reproduced, and the frameworks it is mapped to. */
@NullMarked
package io.openrouteroperator.core.compliance.catalogue;

import org.jspecify.annotations.NullMarked;
