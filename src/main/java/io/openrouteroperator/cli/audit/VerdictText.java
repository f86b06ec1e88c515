package io.openrouteroperator.cli.audit;

import io.openrouteroperator.core.audit.chain.Verdict;
import io.openrouteroperator.core.audit.chain.Verdict.OpenEnd;
import java.io.PrintWriter;

/**
 * A verdict for people, with what it does not prove.
 *
 * @param signed whether signatures were proven
 * @param witnessed whether published checkpoints were given
 */
record VerdictText(Verdict verdict, boolean signed, boolean witnessed) {
    /** Prints it and returns the exit code. */
    int print(PrintWriter out) {
        boolean empty = verdict.breach().isEmpty() && verdict.entries() == 0;
        if (empty) {
            out.println("there is no entry: either this is no audit log, or all of it was taken away");
        } else {
            verdict.breach().ifPresentOrElse(breach -> out.println(breach), () -> whole(out));
        }
        out.flush();
        return empty || verdict.breach().isPresent() ? 1 : 0;
    }

    private void whole(PrintWriter out) {
        out.printf("whole (entries: %d, writers: %d%s%n", verdict.entries(), verdict.writers(), signatures());
        if (verdict.lost() > 0) {
            out.printf("lost: %d events, as the operator itself recorded%n", verdict.lost());
        }
        verdict.openEnds().forEach(end -> out.println(notProven(end)));
    }

    private String signatures() {
        return signed
                ? ", signatures proven: %d)".formatted(verdict.checkpoints())
                : "); signatures were not looked at, so this proves nothing against whoever could write these files";
    }

    private String notProven(OpenEnd end) {
        String tail = end.unsigned() == 0
                ? "after its last checkpoint"
                : "and its last %d entries are not signed yet".formatted(end.unsigned());
        return "not proven: whether writer %s wrote more, %s%s"
                .formatted(end.writer(), tail, witnessed ? "" : " (--checkpoint says how far it came)");
    }
}
