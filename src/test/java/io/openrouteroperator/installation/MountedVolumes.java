package io.openrouteroperator.installation;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.openrouteroperator.controlplane.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a kubelet does with the ConfigMaps and Secrets of a pod: their entries are files. They lie in the work directory, so the environment is told
 * of that place.
 *
 * @param controlPlane the cluster
 * @param namespace of the pod
 */
record MountedVolumes(ControlPlane controlPlane, String namespace) {
    /** Writes the files of all volumes, and turns variables that name a file in one of them to where it is. */
    void mount(Deployment deployment, Map<String, String> environment) {
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        for (VolumeMount mount : pod.getContainers().getFirst().getVolumeMounts()) {
            pod.getVolumes().stream()
                    .filter(volume -> volume.getName().equals(mount.getName()))
                    .filter(volume -> volume.getConfigMap() != null || volume.getSecret() != null)
                    .forEach(volume -> {
                        Path folder = write(volume);
                        environment.replaceAll((_, value) -> (value + "/").startsWith(mount.getMountPath() + "/")
                                ? folder + value.substring(mount.getMountPath().length())
                                : value);
                    });
        }
    }

    private Path write(Volume volume) {
        return volume.getSecret() == null
                ? write(
                        volume.getConfigMap().getName(),
                        configMap(volume.getConfigMap().getName()))
                : write(
                        volume.getSecret().getSecretName(),
                        secret(volume.getSecret().getSecretName()));
    }

    private Map<String, byte[]> configMap(String name) {
        var configMaps = controlPlane.client().configMaps().inNamespace(namespace);
        return files(configMaps.withName(name).require().getData(), text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, byte[]> secret(String name) {
        var secrets = controlPlane.client().secrets().inNamespace(namespace);
        return files(secrets.withName(name).require().getData(), Base64.getDecoder()::decode);
    }

    private static Map<String, byte[]> files(Map<String, String> data, Function<String, byte[]> content) {
        return data.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> content.apply(file.getValue())));
    }

    private Path write(String name, Map<String, byte[]> files) {
        Path folder = folder(controlPlane, name);
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static Path folder(ControlPlane controlPlane, String name) {
        return controlPlane.workDirectory().resolve("mounted-" + name);
    }
}
