/** How objects of any kind are listed: page by page, one object in memory at a time. The scan, the page and the command line read so. */
@NullMarked
package io.openrouteroperator.listing;

import org.jspecify.annotations.NullMarked;
