package io.openrouteroperator.core.compliance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.evidence.SampleReview;
import org.junit.jupiter.api.Test;

/** Which class a finding counts for. */
class FindingClassesTest {
    private static final String SCAN = "summary: {pass: 4, fail: 0, warn: 0, error: 0, skip: 0}\n    results: [%s]";

    @Test
    void oneAboutAKeyIsOfTheKeysClass() {
        assertClass(
                "createdAt: \"2026-10-01T00:00:00Z\"", "createdAt: \"2026-08-01T00:00:00Z\"", "key-age", "internal");
    }

    @Test
    void oneAboutAClassIsOfThat() {
        assertClass("allowFree: false", "allowFree: true", "no-free-model-regulated", "confidential");
    }

    @Test
    void oneThatTheScanKnowsTheClassOfIsOfThat() {
        assertClass(
                SCAN.formatted(""),
                scan("properties: {classification: confidential}, "),
                "hard-coded-key",
                "confidential");
    }

    @Test
    void aStrangersKeyInANamespaceIsOfNone() {
        assertClass(SCAN.formatted(""), scan(""), "hard-coded-key", "");
    }

    @Test
    void oneAboutAnAccountIsOfNone() {
        assertClass("unmanaged: 0", "unmanaged: 3", "no-unmanaged-keys", "");
    }

    /** What the scan reports about a literal key. */
    private static String scan(String properties) {
        return SCAN.formatted("{" + properties + "rule: literal-key, result: fail, severity: high, message: a key,"
                + " resources: [{kind: Pod, namespace: shop, name: web}]}");
    }

    /** The one finding about a control, in the sample cluster with one change. */
    private static void assertClass(String written, String instead, String control, String expected) {
        assertThat(SampleReview.cluster()).contains(written);
        ComplianceReport report = SampleReview.report(SampleReview.cluster().replace(written, instead));

        assertThat(report.findings())
                .filteredOn(finding -> finding.controls().contains(control))
                .singleElement()
                .extracting(Finding::classification)
                .isEqualTo(expected);
    }
}
