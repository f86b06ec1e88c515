package io.openrouteroperator.audit;

import io.openrouteroperator.core.audit.chain.ChainHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whose ends a new chain vouches for. */
final class Predecessors {
    /** Bounds the first line: more than the processes of one release, with their restarts. */
    static final int MOST = 16;

    private Predecessors() {}

    /** The furthest head of each writer; of many writers the latest. */
    static List<ChainHead> of(Stream<ChainHead> seen) {
        Map<String, ChainHead> furthest = new LinkedHashMap<>();
        seen.forEach(head ->
                furthest.merge(head.writer(), head, (one, other) -> one.sequence() < other.sequence() ? other : one));
        List<ChainHead> all = new ArrayList<>(furthest.values());
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }
}
