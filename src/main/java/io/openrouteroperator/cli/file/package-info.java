/** Files that hold Kubernetes objects: YAML and JSON read with their line numbers, whatever nests or repeats in them. */
@NullMarked
package io.openrouteroperator.cli.file;

import org.jspecify.annotations.NullMarked;
