package io.openrouteroperator.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.installation.PastAdmission;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Writes as an administrator does, or past admission. */
final class Writer implements AutoCloseable {
    private final KubernetesClient administrator;
    private KubernetesClient client;

    Writer(KubernetesClient administrator) {
        this.administrator = administrator;
        this.client = administrator;
    }

    /** From now on what is written slips past admission. */
    void passAdmission() {
        client = PastAdmission.client(administrator);
    }

    void apply(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .serverSideApply();
    }

    void delete(HasMetadata object) {
        client.resource(object).delete();
    }

    @Override
    public void close() {
        if (!client.equals(administrator)) {
            client.close();
        }
    }
}
