package io.openrouteroperator.installation;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.openrouteroperator.controlplane.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a kubelet does with the ConfigMaps of a pod: their entries are files. They lie in the work directory, so the environment is told
 * of that place.
 *
 * @param controlPlane the cluster
 * @param namespace of the pod
 */
record MountedConfigMaps(ControlPlane controlPlane, String namespace) {
    /** Writes the files of all volumes, and turns variables that name a file in one of them to where it is. */
    void mount(Deployment deployment, Map<String, String> environment) {
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        for (VolumeMount mount : pod.getContainers().getFirst().getVolumeMounts()) {
            pod.getVolumes().stream()
                    .filter(volume -> volume.getName().equals(mount.getName()) && volume.getConfigMap() != null)
                    .forEach(volume -> {
                        Path folder = write(volume);
                        environment.replaceAll((_, value) -> value.startsWith(mount.getMountPath() + "/")
                                ? folder + value.substring(mount.getMountPath().length())
                                : value);
                    });
        }
    }

    private Path write(Volume volume) {
        String name = volume.getConfigMap().getName();
        Path folder = controlPlane.workDirectory().resolve("mounted-" + name);
        Map<String, String> files = controlPlane
                .client()
                .configMaps()
                .inNamespace(namespace)
                .withName(name)
                .require()
                .getData();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
