/** Tests of the readers of Kubernetes objects. */
@NullMarked
package io.openrouteroperator.manifest;

import org.jspecify.annotations.NullMarked;
