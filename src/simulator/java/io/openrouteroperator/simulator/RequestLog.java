package io.openrouteroperator.simulator;

import io.openrouteroperator.simulator.fault.PathPattern;
import java.util.ArrayList;
import java.util.List;

/** What arrived, in order; the measure for "no writes on idle". Safe for use by many threads. */
public final class RequestLog {

    private final List<LoggedRequest> entries = new ArrayList<>();

    /** Appends one request. */
    public synchronized void add(LoggedRequest request) {
        entries.add(request);
    }

    /** All requests so far, oldest first. */
    public synchronized List<LoggedRequest> entries() {
        return List.copyOf(entries);
    }

    /** Requests that ask for a change of the account, oldest first. */
    public List<LoggedRequest> writes() {
        return entries().stream().filter(LoggedRequest::isWrite).toList();
    }

    /** Requests of a method on paths matching a {@linkplain PathPattern pattern}, such as {@code /keys/*}. */
    public List<LoggedRequest> matching(String method, String pattern) {
        PathPattern paths = new PathPattern(pattern);
        return entries().stream()
                .filter(request -> request.method().equals(method) && paths.matches(request.path()))
                .toList();
    }

    /** The number of {@link #matching} requests. */
    public int count(String method, String pattern) {
        return matching(method, pattern).size();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        entries.clear();
    }
}
