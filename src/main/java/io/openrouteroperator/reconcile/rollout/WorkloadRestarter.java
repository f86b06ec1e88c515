package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rollout.RolloutAnnotation;
import io.openrouteroperator.core.rollout.WorkloadRef;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Set;

/**
 * Marks a workload's pod template with the key that its pods shall read; its controller replaces the pods by its own rules. The mark
 * is the one field of a field manager of its own: whoever applies the workload from a repository neither sees nor removes it.
 */
public final class WorkloadRestarter {
    /** Who owns the mark, in {@code metadata.managedFields}. */
    public static final String FIELD_MANAGER = "openrouter-operator-rollout";

    private static final int UNPROCESSABLE = 422;

    /** What the API server answers when the object of that UID is not there any more: nothing, or another of its name. */
    private static final Set<Integer> GONE =
            Set.of(HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_CONFLICT, UNPROCESSABLE);

    private final KubernetesClient client;

    public WorkloadRestarter(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Marks the template: one write, and none of anything else in the object.
     *
     * @return false when nothing was written, because that workload is gone or was made anew: look again
     * @throws KubernetesClientException when the API server refuses for another reason
     */
    public boolean restart(WorkloadRef workload, String secretName, KeyHash key) {
        PatchContext context = new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager(FIELD_MANAGER)
                .build();
        try {
            client.genericKubernetesResources(workload.apiVersion(), workload.kind())
                    .inNamespace(workload.namespace())
                    .withName(workload.name())
                    .patch(context, Serialization.asJson(mark(workload, secretName, key)));
            return true;
        } catch (KubernetesClientException refused) {
            if (GONE.contains(refused.getCode())) {
                return false;
            }
            throw refused;
        }
    }

    /** The UID is a precondition: the API server refuses to change it. */
    private static Map<String, Object> mark(WorkloadRef workload, String secretName, KeyHash key) {
        Map<String, String> annotation = Map.of(RolloutAnnotation.name(secretName), RolloutAnnotation.value(key));
        return Map.of(
                "metadata",
                Map.of("uid", workload.uid()),
                "spec",
                Map.of("template", Map.of("metadata", Map.of("annotations", annotation))));
    }
}
