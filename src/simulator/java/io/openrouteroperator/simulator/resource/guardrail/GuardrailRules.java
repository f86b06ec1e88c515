package io.openrouteroperator.simulator.resource.guardrail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.account.GuardrailSettings;
import io.openrouteroperator.simulator.catalogue.Catalogue;
import io.openrouteroperator.simulator.catalogue.Model;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Wire;
import io.openrouteroperator.simulator.resource.Readings;
import io.openrouteroperator.simulator.spending.Money;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns a wanted change of a guardrail into what is stored, or refuses it: the rules which a schema cannot state. */
final class GuardrailRules {

    /** Lookaround, back references, and a quantified group with a quantifier inside. */
    private static final Pattern FORBIDDEN_REGEX =
            Pattern.compile("\\(\\?<?[=!]|\\\\[1-9]|\\\\k<|\\([^)]*[*+][^)]*\\)[*+{]");

    private static final int LONGEST_REGEX = 100_000;

    private final Supplier<Catalogue> catalogue;
    private final Readings readings;

    GuardrailRules(Supplier<Catalogue> catalogue, Readings readings) {
        this.catalogue = catalogue;
        this.readings = readings;
    }

    /** The settings after a change. */
    ObjectNode apply(ObjectNode settings, ObjectNode change, boolean created) {
        ObjectNode wanted = change.deepCopy();
        if (!created && readings.omittedCollectionsCleared()) {
            GuardrailSettings.COLLECTIONS.stream()
                    .filter(field -> !wanted.has(field))
                    .forEach(wanted::putNull);
        }
        canonicalise(wanted, "allowed_models");
        canonicalise(wanted, "ignored_models");
        checkProviders(wanted, "allowed_providers");
        checkProviders(wanted, "ignored_providers");
        checkFilters(wanted.path("content_filters"));
        if (wanted.hasNonNull("limit_usd")) {
            wanted.put("limit_usd", Money.stored(wanted.get("limit_usd").decimalValue()));
        }
        ObjectNode changed = GuardrailSettings.changed(settings, wanted);
        checkBudget(wanted, changed);
        return changed;
    }

    /** Lasting names are stored, each once, in the order given. */
    private void canonicalise(ObjectNode change, String field) {
        if (!(change.get(field) instanceof ArrayNode names)) {
            return;
        }
        Set<String> stored = new LinkedHashSet<>();
        for (JsonNode name : names) {
            stored.add(catalogue
                    .get()
                    .model(name.asText())
                    .map(Model::permaslug)
                    .orElseThrow(() -> Refusal.badRequest("Invalid " + field + ": " + name.asText())));
        }
        ArrayNode canonical = Wire.array();
        stored.forEach(canonical::add);
        change.set(field, canonical);
    }

    private void checkProviders(ObjectNode change, String field) {
        if (!readings.unknownProvidersRefused()) {
            return;
        }
        for (JsonNode slug : change.path(field)) {
            if (catalogue.get().provider(slug.asText()).isEmpty()) {
                throw Refusal.badRequest("Invalid " + field + ": " + slug.asText());
            }
        }
    }

    private static void checkFilters(JsonNode filters) {
        for (JsonNode filter : filters) {
            String regex = filter.path("pattern").asText();
            if (regex.length() > LONGEST_REGEX || FORBIDDEN_REGEX.matcher(regex).find() || !compiles(regex)) {
                throw Refusal.badRequest("invalid_regex_pattern");
            }
        }
    }

    private static boolean compiles(String regex) {
        try {
            return !Pattern.compile(regex).pattern().isEmpty();
        } catch (PatternSyntaxException invalid) {
            return false;
        }
    }

    /** A budget and its reset come together: neither alone in a change, neither alone in the result. */
    private static void checkBudget(ObjectNode change, ObjectNode result) {
        List<String> pair = List.of("limit_usd", "reset_interval");
        boolean changedAlone = change.has(pair.getFirst()) != change.has(pair.getLast())
                && pair.stream().anyMatch(change::hasNonNull);
        boolean storedAlone = result.hasNonNull(pair.getFirst()) != result.hasNonNull(pair.getLast());
        if (changedAlone || storedAlone) {
            throw Refusal.badRequest("limit_usd and reset_interval must be provided together");
        }
    }
}
