package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.AllowList;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which names were allowed; unlike an {@link AllowList} it can say that none was.
 *
 * @param any whether every name was
 * @param names those that were; none where any was
 */
public record Permitted(boolean any, SortedSet<String> names) {
    public Permitted {
        names = Collections.unmodifiableSortedSet(any ? new TreeSet<>() : new TreeSet<>(names));
    }

    /** Every name. */
    public static Permitted everything() {
        return new Permitted(true, new TreeSet<>());
    }

    /** Only these names, or none. */
    public static Permitted only(Set<String> names) {
        return new Permitted(false, new TreeSet<>(names));
    }

    /** What a guardrail's list allows. */
    public static Permitted of(AllowList list) {
        return switch (list) {
            case AllowList.Everything _ -> everything();
            case AllowList.Only only -> new Permitted(false, new TreeSet<>(only.names()));
        };
    }

    /** What either of the two allows. */
    public Permitted or(Permitted other) {
        SortedSet<String> both = new TreeSet<>(names);
        both.addAll(other.names);
        return new Permitted(any || other.any, both);
    }

    /** Whether this name was allowed. */
    public boolean permits(String name) {
        return any || names.contains(name);
    }
}
