package io.openrouteroperator.core.compliance;

/** What controls are mapped to, each with the text that the references are taken from. */
public enum Framework {
    SOC2(
            "SOC 2",
            "AICPA, 2017 Trust Services Criteria with Revised Points of Focus 2022 (TSP section 100)",
            "https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022"),
    GDPR("GDPR", "Regulation (EU) 2016/679", "https://eur-lex.europa.eu/eli/reg/2016/679/oj"),
    HIPAA(
            "HIPAA",
            "45 CFR Part 164, Subpart C (Security Rule)",
            "https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C"),
    ISO27001("ISO 27001", "ISO/IEC 27001:2022, Annex A", "https://www.iso.org/standard/27001"),
    AI_ACT("EU AI Act", "Regulation (EU) 2024/1689", "https://eur-lex.europa.eu/eli/reg/2024/1689/oj");

    private final String title;
    private final String source;
    private final String address;

    Framework(String title, String source, String address) {
        this.title = title;
        this.source = source;
        this.address = address;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** The text. */
    public String source() {
        return source;
    }

    /** Where the text is found. */
    public String address() {
        return address;
    }
}
