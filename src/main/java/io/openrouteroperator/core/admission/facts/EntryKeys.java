package io.openrouteroperator.core.admission.facts;

import io.openrouteroperator.core.admission.recognition.KeyMark;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys found in each entry of a Secret or ConfigMap; entries without a key are not listed. */
public record EntryKeys(Map<String, List<KeyMark>> byEntry) {
    /** An object without keys, or one that does not exist. */
    public static final EntryKeys NONE = new EntryKeys(Map.of());

    public EntryKeys {
        byEntry = Collections.unmodifiableMap(new TreeMap<>(byEntry));
    }

    /** Searches decoded entries; the entry's name is searched too, since a volume turns it into a file name. */
    public static EntryKeys of(Map<String, String> entries) {
        Map<String, List<KeyMark>> found = new LinkedHashMap<>();
        entries.forEach((entry, text) -> {
            List<KeyMark> marks = new ArrayList<>();
            KeyRecogniser.find(entry).forEach(key -> marks.add(key.mark()));
            KeyRecogniser.find(text).forEach(key -> marks.add(key.mark()));
            if (!marks.isEmpty()) {
                found.put(entry, List.copyOf(marks));
            }
        });
        return new EntryKeys(found);
    }

    /** The part that a reference takes: its entry, or everything. */
    public Map<String, List<KeyMark>> takenBy(KeyReference reference) {
        String entry = reference.takenEntry();
        if (entry == null) {
            return byEntry;
        }
        List<KeyMark> marks = byEntry.get(entry);
        return marks == null ? Map.of() : Map.of(entry, marks);
    }

    /** Whether no entry holds a key. */
    public boolean isEmpty() {
        return byEntry.isEmpty();
    }
}
