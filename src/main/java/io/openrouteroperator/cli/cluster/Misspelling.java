package io.openrouteroperator.cli.cluster;

import io.openrouteroperator.cli.cluster.DefinitionCheck.Misfit;
import io.openrouteroperator.cli.file.Manifest;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The lines that say where a file differs from the definition of one of our own kinds, with the place that editors jump to. */
public final class Misspelling {
    private Misspelling() {}

    /** One line for each misfit, from the top of the file to its end. */
    public static List<String> of(Manifest manifest) {
        return DefinitionCheck.misfits(manifest.object()).stream()
                .sorted(Comparator.comparingInt(misfit -> manifest.lines().lineOf(misfit.path())))
                .map(misfit -> line(manifest, misfit))
                .toList();
    }

    /** For an object that cannot be understood although no field of it is wrong by itself. */
    public static String somewhere(Manifest manifest) {
        String kind = manifest.kind().toLowerCase(Locale.ROOT);
        String problem = "does not fit its definition; kubectl explain %s.spec names its fields".formatted(kind);
        return line(manifest, new Misfit("spec", problem));
    }

    private static String line(Manifest manifest, Misfit misfit) {
        String object = "%s \"%s\"".formatted(manifest.kind(), manifest.name());
        return "%s:%d: %s %s"
                .formatted(
                        manifest.file(),
                        manifest.lines().lineOf(misfit.path()),
                        KeyRecogniser.printable(object),
                        misfit.problem());
    }
}
