package io.openrouteroperator.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ReferencePageTest {

    @Test
    void matchesCustomResourceDefinitions() throws IOException {
        assertThat(Files.readString(ReferencePage.FILE))
                .as("%s does not match crds/: run 'make docs'", ReferencePage.FILE)
                .isEqualTo(ReferencePage.text());
    }

    @Test
    void givesEveryFieldMeaning() {
        assertThat(ReferencePage.text().lines().filter(line -> line.matches("\\| `.*\\| +\\|")))
                .as("fields without a description")
                .isEmpty();
    }
}
