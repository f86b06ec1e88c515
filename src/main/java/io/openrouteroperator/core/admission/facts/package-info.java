/**
 * What the rules need to know of a Kubernetes object, and nothing else: containers, references and texts of a pod, and the keys inside
 * a Secret's or ConfigMap's entries. The edges fill these records from JSON of any origin, so that webhook, scan and command line judge
 * the same facts. No record here keeps an object or a key's value.
 */
@NullMarked
package io.openrouteroperator.core.admission.facts;

import org.jspecify.annotations.NullMarked;
