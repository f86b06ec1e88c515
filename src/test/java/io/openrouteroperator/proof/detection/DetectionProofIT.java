package io.openrouteroperator.proof.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.proof.detection.Detection.Row;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short form of {@code make prove-detection}. */
@ExtendWith(InstallationExtension.class)
class DetectionProofIT {
    private final Installation installation;

    DetectionProofIT(Installation installation) {
        this.installation = installation;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the audit destination is disabled",
                "the limit of a key is taken away by hand",
                "two workloads share a key",
                "the webhook's configuration is edited"
            })
    void isSeenAndReported(String name) {
        Violation violation = Violations.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();

        Row row = new Detection(installation).play(violation);

        assertThat(row.seen()).as(row.line()).isTrue();
    }
}
