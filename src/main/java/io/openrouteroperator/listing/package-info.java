/** How objects of any kind are listed: page by page, one object in memory at a time. The scan and the command line read with it. */
@NullMarked
package io.openrouteroperator.listing;

import org.jspecify.annotations.NullMarked;
