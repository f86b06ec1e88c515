package io.openrouteroperator.cli.cluster;

import io.openrouteroperator.cli.file.Manifest;
import io.openrouteroperator.cli.file.ManifestFiles;
import io.openrouteroperator.cli.file.ManifestParser;
import io.openrouteroperator.cli.file.ManifestParser.Parsed;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Manifests of files without which there is no answer. */
public final class RequiredManifests {
    private RequiredManifests() {}

    /**
     * All manifests of these paths, in order.
     *
     * @param input what {@code -} stands for
     * @throws ClusterUnreadableException when one of the files cannot be read
     */
    public static List<Manifest> read(List<String> paths, InputStream input) {
        List<Manifest> manifests = new ArrayList<>();
        ManifestFiles files = new ManifestFiles(input, (file, problem) -> {
            throw new ClusterUnreadableException(file + ": " + problem);
        });
        paths.forEach(path -> files.read(path, (file, text) -> manifests.addAll(parse(file, text))));
        return manifests;
    }

    private static List<Manifest> parse(String file, String text) {
        Parsed parsed = ManifestParser.parse(file, text);
        if (!parsed.unreadable().isEmpty()) {
            throw new ClusterUnreadableException(parsed.unreadable().getFirst());
        }
        return parsed.manifests();
    }
}
