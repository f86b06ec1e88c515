package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.report.ClassLine;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.report.KeyLine;
import io.openrouteroperator.core.compliance.report.ProviderLine;
import io.openrouteroperator.core.compliance.snapshot.ProviderFacts;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Keys, classes, exemptions and attestations. */
final class JsonInventory {
    private JsonInventory() {}

    static void write(KeyLine line, JsonFields fields) throws IOException {
        fields.text("namespace", line.key().name().namespace());
        fields.text("name", line.key().name().name());
        fields.text("classification", line.key().classification());
        fields.text("policy", line.key().policy());
        fields.text("account", line.key().account());
        fields.text("secret", line.key().secret());
        fields.texts("consumers", line.consumers());
        fields.text("label", line.label());
        fields.text(
                "hash",
                line.key().current() == null ? null : line.key().current().hash());
        fields.number("serial", (long) line.serial());
        fields.time("createdAt", line.createdAt());
        fields.number("ageDays", line.ageDays());
        fields.time("nextRotation", line.key().nextRotation());
        fields.time("expiresAt", line.expiresAt());
        fields.flag("suspended", line.key().ask().suspended());
        fields.text("limit", line.limit());
        fields.amount("spentThisMonthUsd", line.spentThisMonth());
        fields.amount("leftUsd", line.left());
        fields.text("lastUse", line.use());
    }

    static void write(ClassLine line, JsonFields fields) throws IOException {
        fields.text("policy", line.policy());
        fields.text("name", line.name());
        fields.flag("regulated", line.regulated());
        fields.text("host", line.host());
        fields.texts("providers", line.providers());
        fields.texts("excluded", line.excluded());
        fields.number(
                "models", line.models() == null ? null : (Long) line.models().longValue());
        fields.texts("modelPatterns", line.governed().rules().models().allow());
        fields.text("data", line.dataRules());
        fields.number("keys", (long) line.keys());
        fields.array("services", line.services(), each -> {
            fields.text("namespace", each.getKey());
            fields.number("keys", each.getValue().longValue());
        });
    }

    static void write(ProviderLine line, JsonFields fields) throws IOException {
        ProviderFacts facts = line.facts();
        fields.text("slug", line.slug());
        fields.texts("classes", line.classes());
        fields.text("name", facts == null ? null : facts.name());
        fields.text("headquarters", facts == null ? null : facts.headquarters());
        fields.texts(
                "datacenters", facts == null ? List.of() : Objects.requireNonNullElse(facts.datacenters(), List.of()));
        fields.number("modelsKeptNowhere", facts == null ? null : (Long) (long) facts.modelsKeptNowhere());
        fields.text("privacyPolicy", facts == null ? null : facts.privacyPolicy());
        fields.text("termsOfService", facts == null ? null : facts.termsOfService());
    }

    static void exemptions(ComplianceReport report, JsonFields fields) throws IOException {
        fields.array("exemptions", Ends.exemptions(report), each -> {
            fields.text("policy", each.policy());
            fields.text("subject", each.subject());
            fields.text("reason", each.text());
            fields.time("until", each.until());
            fields.flag("ended", each.ended());
        });
    }

    static void attestations(ComplianceReport report, JsonFields fields) throws IOException {
        fields.array("attestations", Ends.attestations(report), each -> {
            fields.text("policy", each.policy());
            fields.text("control", each.subject());
            fields.text("by", each.by());
            fields.text("evidence", each.text());
            fields.time("until", each.until());
            fields.flag("ended", each.ended());
        });
    }
}
