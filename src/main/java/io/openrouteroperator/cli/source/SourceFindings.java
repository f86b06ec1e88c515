package io.openrouteroperator.cli.source;

import io.openrouteroperator.cli.report.Finding;
import io.openrouteroperator.cli.report.Finding.Subject;
import io.openrouteroperator.cli.report.Level;
import io.openrouteroperator.cli.report.RuleDescription;
import io.openrouteroperator.cli.source.KeyScanner.KeyPlace;
import io.openrouteroperator.core.admission.recognition.KeyMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words for what is found in a source tree. */
final class SourceFindings {
    private static final String KEY = "hard-coded-key";
    private static final String EXPIRED = "allowance-expired";
    private static final String PAGE = "audit-source";
    private static final String HELP = "openrouter-operator audit source --help";

    static final List<RuleDescription> RULES = List.of(
            new RuleDescription(KEY, "A file of the source tree holds an OpenRouter key.", HELP, PAGE),
            new RuleDescription(EXPIRED, "An entry of the allow-list has passed its last day.", HELP, PAGE));

    private SourceFindings() {}

    /** @param expired the allowance that once covered it */
    static Finding key(String file, KeyPlace place, Optional<Allowance> expired) {
        KeyMark key = place.key();
        String before = expired.map(
                        allowance -> " It was allowed until %s (%s).".formatted(allowance.until(), allowance.reason()))
                .orElse("");
        return new Finding(
                file,
                place.line(),
                Level.ERROR,
                KEY,
                Subject.LINE,
                "It holds the OpenRouter key %s.%s".formatted(key.describe(), before),
                consequence(key),
                fix(key),
                List.of(KEY, file, key.hash().value()),
                details(key));
    }

    static Finding expired(String file, Allowance allowance) {
        return new Finding(
                file,
                allowance.line(),
                Level.ERROR,
                EXPIRED,
                Subject.LINE,
                "The entry has ended on %s (%s).".formatted(allowance.until(), allowance.reason()),
                "What was accepted for a time is to be decided again.",
                "To fix it, remove the entry, or give it a later day and say why.",
                List.of(EXPIRED, file, allowance.scope().toString()),
                Map.of());
    }

    private static String consequence(KeyMark key) {
        String gain = switch (key.shape()) {
            case SERVICE -> "spend its money, under its rules at best";
            case MANAGEMENT -> "make, change and delete every key of the account";
        };
        return "Whoever can read the source, or any copy of its history, can %s.".formatted(gain);
    }

    private static String fix(KeyMark key) {
        return """
                To fix it, disable the key at OpenRouter first: out of the file, it is still in the history. Then let the
                service read a key of its own from the operator's Secret, as `openrouter-operator explain literal-key` shows.
                If it never was a key, allow it in %s, with the last day and the reason:

                sha256:%s YYYY-MM-DD REASON
                """.formatted(AllowList.FILE, key.hash().value());
    }

    private static Map<String, String> details(KeyMark key) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("key", key.masked());
        details.put("sha256", key.hash().value());
        details.put("shape", key.shape().name().toLowerCase(Locale.ROOT));
        details.put("encoding", key.encoding().name().toLowerCase(Locale.ROOT));
        return details;
    }
}
