package io.openrouteroperator.cli.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that is wrong, in one place.
 *
 * @param line from 1
 * @param rule id of the rule it breaks
 * @param subject the part of the file it is about, such as a field of an object; empty where the line says it all
 * @param fix what ends it, beginning with "To fix it, "
 * @param identity what stays the same when lines move
 * @param details what only this command knows, for scripts
 */
public record Finding(
        String file,
        int line,
        Level level,
        String rule,
        Subject subject,
        String what,
        String why,
        String fix,
        List<String> identity,
        Map<String, String> details) {
    public Finding {
        identity = List.copyOf(identity);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /**
     * A part of a file.
     *
     * @param path of the field
     * @param object that has the field
     */
    public record Subject(String path, String object) {
        /** The whole line. */
        public static final Subject LINE = new Subject("", "");

        /** The words behind the rule's id. */
        String words() {
            return equals(LINE) ? "" : " at %s in %s".formatted(path, object);
        }
    }
}
