package io.openrouteroperator.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A report in the log says who got it, what it shows, and how to recognise it. */
class ReportMadeTest {
    private static final String DIGEST = Digest.of("<html>");

    @Test
    void ofTheWholeCluster() {
        assertThat(ReportMade.of("alice@example.org", "PageRead", "", "", DIGEST)
                        .members())
                .isEqualTo("\"actor\":{\"kind\":\"User\",\"name\":\"alice@example.org\"},"
                        + "\"object\":{\"kind\":\"Report\",\"name\":\"cluster\"},\"reason\":\"PageRead\","
                        + "\"message\":\"a report of all namespaces and all classes was made\",\"after\":\"" + DIGEST
                        + "\"");
    }

    @Test
    void ofOneNamespaceAndClassForAServiceAccount() {
        assertThat(ReportMade.of("system:serviceaccount:shop:reviewer", "PageRead", "shop", "internal", DIGEST)
                        .members())
                .contains("\"actor\":{\"kind\":\"ServiceAccount\",\"name\":\"shop:reviewer\"}")
                .contains("\"object\":{\"kind\":\"Report\",\"namespace\":\"shop\",\"name\":\"shop\"}")
                .contains("a report of namespace shop and class internal was made");
    }
}
