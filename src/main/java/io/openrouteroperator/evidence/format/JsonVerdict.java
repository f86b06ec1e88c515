package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.Observation.Outcome;
import io.openrouteroperator.core.compliance.Safeguard;
import io.openrouteroperator.core.compliance.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A verdict with its evidence. */
final class JsonVerdict {
    /** All that breaks a control is in the findings; of what holds, some are enough to follow. */
    static final int MOST_EVIDENCE = 50;

    private JsonVerdict() {}

    static void write(Verdict verdict, Instant at, JsonFields fields) throws IOException {
        Control control = verdict.control();
        fields.text("id", control.id());
        fields.text("group", control.group().title());
        fields.text("question", control.question());
        fields.text("state", verdict.state().text());
        fields.text("summary", verdict.summary());
        fields.text("answeredBy", control.answered());
        fields.text("proof", control.proof());
        fields.text("reproduce", control.reproduce());
        fields.array("mappings", control.mappings(), mapping -> {
            fields.text("framework", mapping.framework().title());
            fields.text("reference", mapping.reference());
            fields.text("source", mapping.framework().source());
        });
        safeguard(control.safeguard() == null ? List.of() : List.of(control.safeguard()), fields);
        for (Outcome outcome : Outcome.values()) {
            fields.number(outcome.name().toLowerCase(Locale.ROOT), verdict.count(outcome));
        }
        fields.array(
                "evidence", verdict.observations().stream().limit(MOST_EVIDENCE).toList(), each -> {
                    fields.text("outcome", each.outcome().name().toLowerCase(Locale.ROOT));
                    fields.text("subject", each.subject().toString());
                    fields.text("statement", each.statement());
                    fields.time("since", each.since());
                });
        fields.array("attestations", verdict.vouchers(), each -> {
            fields.text("policy", each.policy());
            fields.text("by", each.by());
            fields.text("evidence", each.evidence());
            fields.time("validUntil", each.validUntil());
            fields.flag("expired", each.expired(at));
        });
    }

    private static void safeguard(List<Safeguard> safeguards, JsonFields fields) throws IOException {
        fields.array("safeguards", safeguards, each -> {
            fields.text("kind", each.prevented() ? "prevented" : "detected");
            fields.text("mechanism", each.mechanism());
            fields.text("test", each.test());
            fields.text("timeToDetect", each.time());
        });
    }
}
