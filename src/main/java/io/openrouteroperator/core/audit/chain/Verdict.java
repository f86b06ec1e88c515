package io.openrouteroperator.core.audit.chain;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a log.
 *
 * @param entries lines read, up to the breach if there is one
 * @param writers whose entries they are
 * @param checkpoints signatures that were proven
 * @param lost events that the operator itself says it could not record
 * @param openEnds writers of which entries could have been cut off at the end without a trace
 * @param breach the first line that is wrong; empty when the log is whole
 */
public record Verdict(
        long entries, int writers, long checkpoints, long lost, List<OpenEnd> openEnds, Optional<Breach> breach) {
    public Verdict {
        openEnds = List.copyOf(openEnds);
    }

    /**
     * A chain whose end nobody vouches for.
     *
     * @param unsigned how many of its last entries no signature covers
     */
    public record OpenEnd(String writer, long unsigned) {}
}
