package io.openrouteroperator.cli.source;

import io.openrouteroperator.cli.source.Allowance.OneKey;
import io.openrouteroperator.cli.source.Allowance.Paths;
import io.openrouteroperator.cli.source.Allowance.Scope;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import io.openrouteroperator.core.key.KeyHash;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/**
 * The accepted keys. One a line: {@code sha256:HASH} or {@code path:PATTERN}, the last day, the reason; {@code #} begins a comment line.
 *
 * @param problems lines that say something else
 */
record AllowList(List<Allowance> allowances, List<String> problems) {
    /** Where a tree keeps its own. */
    static final String FILE = ".openrouter-audit-allow";

    static final AllowList EMPTY = new AllowList(List.of(), List.of());

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String KEY = "sha256:";
    private static final String PATHS = "path:";

    AllowList {
        allowances = List.copyOf(allowances);
        problems = List.copyOf(problems);
    }

    /** @param file as problems name it */
    static AllowList parse(String file, String text) {
        List<Allowance> allowances = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                allowances.add(allowance(i + 1, line));
            } catch (DateTimeParseException e) {
                problems.add("%s:%d: the second word is a day such as 2027-03-31".formatted(file, i + 1));
            } catch (IllegalArgumentException e) {
                problems.add("%s:%d: %s".formatted(file, i + 1, e.getMessage()));
            }
        }
        return new AllowList(allowances, problems);
    }

    /** The allowance that covers a key in a file: one that holds, if there is one, otherwise an expired one. */
    Optional<Allowance> covering(String path, KeyHash key, LocalDate today) {
        List<Allowance> covering = allowances.stream()
                .filter(allowance -> allowance.covers(path, key))
                .toList();
        return covering.stream()
                .filter(allowance -> !allowance.expired(today))
                .findFirst()
                .or(() -> covering.stream().findFirst());
    }

    private static Allowance allowance(int line, String text) {
        String[] words = BLANKS.split(text, 3);
        if (words.length < 3) {
            throw new IllegalArgumentException("a line has sha256:HASH or path:PATTERN, the last day, and a reason");
        }
        return new Allowance(line, scope(words[0]), LocalDate.parse(words[1]), KeyRecogniser.masked(words[2]));
    }

    private static Scope scope(String word) {
        if (word.startsWith(KEY)) {
            return new OneKey(new KeyHash(word.substring(KEY.length())));
        }
        FastIgnoreRule pattern = new FastIgnoreRule(word.startsWith(PATHS) ? word.substring(PATHS.length()) : "");
        if (pattern.isEmpty() || pattern.getNegation()) {
            throw new IllegalArgumentException("the first word is sha256:HASH or path:PATTERN");
        }
        return new Paths(pattern);
    }
}
