package io.openrouteroperator.audit.objectstore;

import io.openrouteroperator.audit.Portion;
import io.openrouteroperator.core.audit.chain.ChainLine;
import java.util.List;

/**
 * The lines that the first checkpoint proves, which are of one writer. Nothing but what stands in the files decides where they end: asked
 * again after a crash or a lost answer it names the same lines, and the same object is put once more.
 */
final class ProvenPortion implements Portion {
    private static final String NOBODY = "";

    @Override
    public int of(List<String> lines, boolean complete) {
        String writer = writer(lines.getFirst());
        for (int i = 0; i < lines.size(); i++) {
            if (!writer(lines.get(i)).equals(writer)) {
                return i;
            }
            if (ChainLine.parse(lines.get(i)).filter(ChainLine::isCheckpoint).isPresent()) {
                return i + 1;
            }
        }
        return complete ? lines.size() : 0;
    }

    /** What is damaged goes by itself. */
    private static String writer(String line) {
        return ChainLine.parse(line).map(ChainLine::writer).orElse(NOBODY);
    }
}
