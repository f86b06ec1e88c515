package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.report.KeyLine;
import io.openrouteroperator.core.text.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The inventory of keys as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe. */
public final class CsvFormat implements EvidenceFormat {
    private static final List<String> HEAD = List.of(
            "namespace",
            "name",
            "classification",
            "policy",
            "account",
            "secret",
            "consumers",
            "key",
            "serial",
            "created",
            "age_days",
            "next_rotation",
            "expires",
            "limit",
            "spent_this_month_usd",
            "left_usd",
            "last_use");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final String FORMULA_BEGINS = "=+-@";

    @Override
    public void write(ComplianceReport report, Writer out) throws IOException {
        out.write(String.join(",", HEAD) + "\r\n");
        for (KeyLine line : report.keys()) {
            out.write(row(line) + "\r\n");
        }
    }

    private static String row(KeyLine line) {
        return Arrays.asList(
                        line.key().name().namespace(),
                        line.key().name().name(),
                        line.key().classification(),
                        line.key().policy(),
                        line.key().account(),
                        line.key().secret(),
                        String.join("; ", line.consumers()),
                        line.label(),
                        line.serial(),
                        line.createdAt(),
                        line.ageDays(),
                        line.key().nextRotation(),
                        line.expiresAt(),
                        line.limit(),
                        line.spentThisMonth(),
                        line.left(),
                        line.use())
                .stream()
                .map(CsvFormat::cell)
                .collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        String text = PlainText.of(Objects.toString(value, ""));
        if (NUMBER.matcher(text).matches()) {
            return text;
        }
        boolean formula =
                !text.isBlank() && FORMULA_BEGINS.indexOf(text.stripLeading().charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
