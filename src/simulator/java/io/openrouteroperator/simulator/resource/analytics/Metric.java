package io.openrouteroperator.simulator.resource.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.openrouteroperator.simulator.spending.ActivityRow;
import io.openrouteroperator.simulator.spending.LedgerEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What can be counted. Counts are strings, money is a number, and a part of the bill that nobody runs up is null. */
enum Metric implements Named {
    REQUEST_COUNT("Request Count", Format.NUMBER, Reach.YEAR),
    TOKENS_TOTAL("Total Tokens", Format.NUMBER, Reach.YEAR),
    TOKENS_PROMPT("Prompt Tokens", Format.NUMBER, Reach.YEAR),
    TOKENS_COMPLETION("Completion Tokens", Format.NUMBER, Reach.YEAR),
    GUARDRAIL_INVOKED_COUNT("Guardrail Invoked Count", Format.NUMBER, Reach.MONTH),
    TOTAL_USAGE("Total Usage", Format.CURRENCY, Reach.YEAR),
    BYOK_USAGE("BYOK Usage", Format.CURRENCY, Reach.YEAR),
    CREDITS_USAGE("Credits Usage", Format.CURRENCY, Reach.YEAR),
    USAGE_WEB("Web Search Usage", Format.CURRENCY, Reach.YEAR);

    /** How a value is meant to be shown. */
    enum Format {
        NUMBER,
        CURRENCY;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String label;
    private final Format format;
    private final Reach reach;

    Metric(String label, Format format, Reach reach) {
        this.label = label;
        this.format = format;
        this.reach = reach;
    }

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    Format format() {
        return format;
    }

    Reach reach() {
        return reach;
    }

    /** What a row says of these entries. */
    JsonNode of(List<LedgerEntry> entries) {
        return switch (this) {
            case REQUEST_COUNT -> count(entries, ActivityRow::requests);
            case TOKENS_TOTAL -> count(entries, row -> row.promptTokens() + row.completionTokens());
            case TOKENS_PROMPT -> count(entries, ActivityRow::promptTokens);
            case TOKENS_COMPLETION -> count(entries, ActivityRow::completionTokens);
            case GUARDRAIL_INVOKED_COUNT -> count(filtered(entries), ActivityRow::requests);
            case TOTAL_USAGE -> usd(entries, row -> row.usage().add(row.byokUsage()));
            case BYOK_USAGE -> usd(entries, ActivityRow::byokUsage);
            case CREDITS_USAGE -> usd(entries, ActivityRow::usage);
            case USAGE_WEB -> NullNode.instance;
        };
    }

    /** By which rows are ordered; null counts as nothing. */
    BigDecimal size(List<LedgerEntry> entries) {
        JsonNode node = of(entries);
        return node.isNull() ? BigDecimal.ZERO : new BigDecimal(node.asText());
    }

    private static JsonNode count(List<LedgerEntry> entries, ToLongFunction<ActivityRow> of) {
        long sum = entries.stream().map(LedgerEntry::row).mapToLong(of).sum();
        return TextNode.valueOf(Long.toString(sum));
    }

    private static JsonNode usd(List<LedgerEntry> entries, Function<ActivityRow, BigDecimal> of) {
        return DecimalNode.valueOf(
                entries.stream().map(LedgerEntry::row).map(of).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static List<LedgerEntry> filtered(List<LedgerEntry> entries) {
        return entries.stream().filter(LedgerEntry::guardrailInvoked).toList();
    }
}
