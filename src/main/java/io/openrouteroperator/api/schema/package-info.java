/**
 * What the CRD schemas need beyond the annotations of Fabric8's generator: list types, formats, closed sets of
 * strings, bounds of maps. The annotations describe, nothing here acts; the generation step of the build reads them by
 * reflection. {@link io.openrouteroperator.api.schema.Rules} holds the pieces of CEL that several records share.
 */
@NullMarked
package io.openrouteroperator.api.schema;

import org.jspecify.annotations.NullMarked;
