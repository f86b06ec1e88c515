package io.openrouteroperator.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A setting that has another value then.
 *
 * @param from as text; empty for a setting that was not there
 * @param to as text; empty for a setting that is not there any more
 */
public record SettingChange(String setting, String from, String to) {
    /** The same as one of something that is new. */
    SettingChange asNew() {
        return new SettingChange(setting, "", to);
    }

    /** All differences, in the order of the later settings. */
    static List<SettingChange> between(Map<String, String> before, SequencedMap<String, String> after) {
        List<SettingChange> changes = new ArrayList<>();
        after.forEach((setting, to) -> {
            String from = before.getOrDefault(setting, "");
            if (!from.equals(to)) {
                changes.add(new SettingChange(setting, from, to));
            }
        });
        return changes;
    }
}
