package io.openrouteroperator.core.audit.chain;

import io.openrouteroperator.core.audit.chain.Verdict.OpenEnd;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chains of a log line by line, in the order in which they were written; chains of several writers may alternate. It keeps
 * a few words for each writer, and for each line at most its hash until a signature covers it. After the first breach nothing is read any
 * more.
 */
public final class LogVerifier {
    private static final Pattern LOST = Pattern.compile(",\"lost\":([0-9]{1,18})");

    private final @Nullable TrustedKeys keys;
    private final boolean partial;
    private final Map<String, WriterLog> writers = new TreeMap<>();
    private final Map<String, Witness> unseen = new TreeMap<>();
    private long entries;
    private long checkpoints;
    private long lost;
    private @Nullable Breach breach;

    /**
     * @param keys whose signatures count; null leaves signatures unproven
     * @param partial whether earlier parts of the log are elsewhere: chains may begin in the middle, and whoever is referred to may
     *     be missing
     */
    public LogVerifier(@Nullable TrustedKeys keys, boolean partial) {
        this.keys = keys;
        this.partial = partial;
    }

    /** A checkpoint that was published by the operator: the log must come as far as that. To be told before the first line. */
    public void expect(Place place, String text) {
        ChainLine line = ChainLine.parse(text).orElse(null);
        if (line == null || !line.isCheckpoint()) {
            fail(place, "is no checkpoint");
            return;
        }
        Optional<String> problem = ownProblem(line);
        if (problem.isPresent()) {
            fail(place, problem.get());
        } else {
            remember(new Witness(line.head(), place, true));
        }
    }

    /** Reads the next line; false when the log is broken, and nothing more is to be read. */
    public boolean read(Place place, String text) {
        ChainLine line = ChainLine.parse(text).orElse(null);
        if (line == null) {
            return fail(place, "is no entry of an audit log, or a damaged one");
        }
        Optional<String> problem = ownProblem(line).or(() -> placeInChain(line, place));
        if (problem.isPresent()) {
            return fail(place, problem.get());
        }
        entries++;
        writerOf(line, place).follow(line, place);
        return note(line, place);
    }

    /** The verdict once everything was read. */
    public Verdict verdict() {
        List<OpenEnd> open = writers.entrySet().stream()
                .filter(writer -> !writer.getValue().endIsProven())
                .map(writer -> new OpenEnd(writer.getKey(), writer.getValue().unsigned()))
                .toList();
        return new Verdict(
                entries,
                writers.size(),
                checkpoints,
                lost,
                open,
                Optional.ofNullable(breach).or(this::missing));
    }

    /** What can be said of a line without any other. */
    private Optional<String> ownProblem(ChainLine line) {
        if (!line.isUnchanged()) {
            return Optional.of("was changed: its hash does not fit its content");
        }
        if (!line.isCheckpoint() || keys == null) {
            return Optional.empty();
        }
        return keys.problemOf(line);
    }

    private Optional<String> placeInChain(ChainLine line, Place place) {
        if (!writers.containsKey(line.writer()) && !partial && !line.is(ChainAction.STARTED)) {
            return Optional.of("is entry %d of writer %s, whose entries before it are missing"
                    .formatted(line.sequence(), line.writer()));
        }
        return writerOf(line, place).problemOf(line);
    }

    /** A chain that begins here, in a partial log, is followed from what its first line claims to follow. */
    private WriterLog writerOf(ChainLine line, Place place) {
        return writers.computeIfAbsent(line.writer(), name -> {
            boolean begins = line.is(ChainAction.STARTED) || !partial;
            ChainHead before =
                    begins ? ChainHead.before(name) : new ChainHead(name, line.sequence() - 1, line.previous());
            WriterLog log = new WriterLog(before, place);
            Witness told = unseen.remove(name);
            if (told != null) {
                log.expect(told);
            }
            return log;
        });
    }

    /** What a right line adds to what is known. */
    private boolean note(ChainLine line, Place place) {
        if (line.isCheckpoint() && keys != null) {
            checkpoints++;
        }
        if (line.is(ChainAction.LOST)) {
            Matcher count = LOST.matcher(line.text());
            lost += count.find() ? Long.parseLong(count.group(1)) : 0;
        }
        if (line.is(ChainAction.STARTED)) {
            for (ChainHead seen : Continuations.of(line)) {
                Optional<String> problem = remember(new Witness(seen, place, false));
                if (problem.isPresent()) {
                    return fail(place, problem.get());
                }
            }
        }
        return true;
    }

    private Optional<String> remember(Witness told) {
        WriterLog known = writers.get(told.seen().writer());
        if (known != null) {
            return known.expect(told);
        }
        unseen.merge(
                told.seen().writer(),
                told,
                (one, other) -> one.seen().sequence() < other.seen().sequence() ? other : one);
        return Optional.empty();
    }

    private Optional<Breach> missing() {
        Optional<Breach> cutOff = writers.values().stream()
                .flatMap(writer -> writer.missingAtEnd().stream())
                .findFirst();
        return cutOff.or(() -> unseen.values().stream()
                .filter(told -> told.published() || !partial)
                .findFirst()
                .map(told -> new Breach(
                        told.place(), "names writer " + told.seen().writer() + ", of which there is no entry")));
    }

    private boolean fail(Place place, String problem) {
        if (breach == null) {
            breach = new Breach(place, problem);
        }
        return false;
    }
}
