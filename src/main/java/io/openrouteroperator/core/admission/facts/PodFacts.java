package io.openrouteroperator.core.admission.facts;

import java.util.List;

/**
 * A pod, or the pod template of a controller, as far as keys are concerned.
 *
 * @param serviceAccount the account it runs as; {@code default} where the object names none
 * @param containers containers of all kinds: ordinary, init, sidecar, ephemeral
 * @param references all places that take content from a Secret or ConfigMap
 * @param texts every string of the spec, the labels and the annotations, so that new fields are covered without knowing them
 */
public record PodFacts(
        ObjectIdentity object,
        String serviceAccount,
        List<ContainerFacts> containers,
        List<KeyReference> references,
        List<TextField> texts) {
    public PodFacts {
        containers = List.copyOf(containers);
        references = List.copyOf(references);
        texts = List.copyOf(texts);
    }
}
