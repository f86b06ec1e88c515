package io.openrouteroperator;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;

/** The classes that ship; tests and the simulator may do as they like. */
final class Shipped {
    /** What names of all packages begin with. */
    static final String BASE = "io.openrouteroperator.";

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of("target", "classes", "io", "openrouteroperator"));

    private Shipped() {}

    static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
