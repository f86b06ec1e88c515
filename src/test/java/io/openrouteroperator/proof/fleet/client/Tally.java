package io.openrouteroperator.proof.fleet.client;

import io.openrouteroperator.proof.fleet.Reader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts for all clients. Safe for use by many threads. */
final class Tally {
    private static final int MOST_NAMED = 20;

    private final Map<Reader, Counts> counts = new EnumMap<>(Reader.class);
    private final List<String> refusals = new ArrayList<>();
    private long running;

    synchronized void started(Reader reader) {
        running++;
        add(reader, new Counts(1, 0, 0, 0, 0, 0));
    }

    synchronized void ended() {
        running--;
    }

    synchronized void succeeded(Reader reader) {
        add(reader, new Counts(0, 1, 1, 0, 0, 0));
    }

    synchronized void refused(Reader reader, String words) {
        add(reader, new Counts(0, 1, 0, 1, 0, 0));
        name(words);
    }

    synchronized void late(Reader reader) {
        add(reader, new Counts(0, 1, 0, 0, 1, 0));
    }

    synchronized void other(Reader reader, String words) {
        add(reader, new Counts(0, 1, 0, 0, 0, 1));
        name(words);
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(System.currentTimeMillis(), running, Map.copyOf(counts), List.copyOf(refusals));
    }

    private void add(Reader reader, Counts more) {
        counts.merge(reader, more, Counts::plus);
    }

    private void name(String words) {
        if (refusals.size() < MOST_NAMED) {
            refusals.add(words);
        }
    }
}
