package io.openrouteroperator.installation;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashMap;
import java.util.Map;

/** What a kubelet tells the container of a pod by its environment. */
public final class ContainerEnvironment {
    private ContainerEnvironment() {}

    /** The environment of the Deployment's container; what a pod would learn about itself is filled in as for a pod of this name. */
    public static Map<String, String> of(Deployment deployment, String pod) {
        Container container =
                deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
        Map<String, String> environment = new HashMap<>();
        for (EnvVar variable : container.getEnv()) {
            String value = variable.getValue();
            if (value != null) {
                environment.put(variable.getName(), value);
                continue;
            }
            String field = variable.getValueFrom().getFieldRef().getFieldPath();
            environment.put(
                    variable.getName(),
                    switch (field) {
                        case "metadata.namespace" -> deployment.getMetadata().getNamespace();
                        case "metadata.name" -> pod;
                        default -> throw new IllegalStateException("no answer for field " + field);
                    });
        }
        return environment;
    }
}
