package io.openrouteroperator.audit;

import java.util.List;

/** How much of what waits is brought at once. */
@FunctionalInterface
public interface Portion {
    /** Whatever is there. */
    Portion ALL = (lines, _) -> lines.size();

    /**
     * How many of the first lines go together.
     *
     * @param lines those that wait, at least one
     * @param complete whether none can join these: their file is closed, or the buffer is full. Then at least one has to go
     * @return 0 to wait for more
     */
    int of(List<String> lines, boolean complete);
}
