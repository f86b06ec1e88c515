package io.openrouteroperator.cli.source;

import java.io.IOException;
import java.nio.file.Path;

/** What of one directory is left out. */
interface IgnoreRules {
    /** Leaves nothing out. */
    IgnoreRules NONE = new IgnoreRules() {
        @Override
        public boolean skips(Path entry, boolean directory) {
            return false;
        }

        @Override
        public IgnoreRules in(Path directory) {
            return this;
        }
    };

    /**
     * Whether an entry of the directory is left out, with all below it.
     *
     * @param directory whether the entry is one
     */
    boolean skips(Path entry, boolean directory);

    /** The rules one directory further down. */
    IgnoreRules in(Path directory) throws IOException;
}
